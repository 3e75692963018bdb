import { CASE_KINDS, CASE_STATES } from '../../core/cases/state.ts'
import { RETURN_STATES } from '../../core/return/step.ts'
import { WAITING_FINDINGS } from '../../core/settlement/finding.ts'
import { IN_FLIGHT_STATES } from '../../core/settlement/state.ts'
import { PAYMENT_CHANNELS } from '../../core/tender/payment-code.ts'
import { IN_FLIGHT_STATES as TENDERS_IN_FLIGHT, TENDER_STATES } from '../../core/tender/state.ts'
import { OPEN_REFUND_STATES, REFUND_STATES } from '../../core/tender/refund.ts'
import { appendOnly, list } from './sql-text.ts'
import type { Migration } from './migration.ts'

/**
 * What undoing and proving need: an audit chain, the asking about open settlements, cases for a person, returns with their
 * refunds, tenders of an acquirer, stock moves, approvals. Units as in migration 1.
 */
export const undoingAndAudit: Migration = {
  number: 2,
  name: 'undoing-and-audit',
  sql: `
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  operator_id INTEGER REFERENCES operator (id),
  -- an act is what a person asked for; a change is what became of a record
  kind TEXT NOT NULL CHECK (kind IN ('act', 'change')),
  name TEXT NOT NULL,
  subject TEXT,
  detail TEXT NOT NULL,
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject) WHERE subject IS NOT NULL;
${appendOnly('audit')}

-- how long the chain is and where it ends, kept apart from it: a tail that was cut off is missed
CREATE TABLE audit_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  count INTEGER NOT NULL CHECK (count >= 1),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_head WHEN NEW.count <= OLD.count
  BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head BEGIN SELECT RAISE(ABORT, 'audit_head is never deleted'); END;

CREATE TABLE approval (
  id TEXT PRIMARY KEY,
  granted_right TEXT NOT NULL,
  subject TEXT,
  asked_by INTEGER NOT NULL REFERENCES operator (id),
  approved_by INTEGER NOT NULL REFERENCES operator (id),
  at INTEGER NOT NULL,
  CHECK (asked_by <> approved_by)
) STRICT;
${appendOnly('approval')}

-- what the drawer had to hold when the shift closed; later acts belong to later shifts and never change it
ALTER TABLE shift ADD COLUMN expected_drawer_fen INTEGER;
-- where a sign_no serves the whole day, the next shift of the operator takes it up
CREATE INDEX shift_signed ON shift (till, operator_id, signed_at) WHERE sign_number IS NOT NULL;

ALTER TABLE settlement ADD COLUMN cancel_exchange_id INTEGER REFERENCES exchange (id);
ALTER TABLE settlement ADD COLUMN reversal_exchange_id INTEGER REFERENCES exchange (id);
-- one person cannot be in two open settlements: the last guard, below all code
CREATE UNIQUE INDEX settlement_one_in_flight_per_person ON settlement (person_number)
  WHERE state IN (${list(IN_FLIGHT_STATES)});
CREATE INDEX settlement_by_person ON settlement (person_number, settled_at) WHERE settled_at IS NOT NULL;

CREATE TABLE resolution (
  settlement_id TEXT PRIMARY KEY REFERENCES settlement (id),
  began_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  -- rounds in a row that proved nothing
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures BETWEEN 0 AND attempts),
  next_attempt_at INTEGER NOT NULL,
  last_asked_at INTEGER,
  last_finding TEXT,
  last_problem TEXT,
  -- "nothing changed" proves something only when it is found twice, the region's quiet period apart
  waiting_finding TEXT CHECK (waiting_finding IN (${list(WAITING_FINDINGS)})),
  waiting_since INTEGER,
  ended_at INTEGER,
  CHECK ((waiting_finding IS NULL) = (waiting_since IS NULL))
) STRICT;
CREATE INDEX resolution_due ON resolution (next_attempt_at) WHERE ended_at IS NULL;

CREATE TABLE sale_case (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN (${list(CASE_KINDS)})),
  state TEXT NOT NULL CHECK (state IN (${list(CASE_STATES)})),
  sale_id TEXT NOT NULL REFERENCES sale (id),
  settlement_id TEXT REFERENCES settlement (id),
  tender_id TEXT REFERENCES tender (id),
  -- the exchange whose answer came too late
  exchange_id INTEGER NOT NULL REFERENCES exchange (id),
  undo_exchange_id INTEGER REFERENCES exchange (id),
  setl_id TEXT,
  mdtrt_id TEXT,
  fund_paid_fen INTEGER,
  account_paid_fen INTEGER,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  closed_by INTEGER REFERENCES operator (id),
  note TEXT,
  -- the asking about an undo whose answer did not come, as in resolution
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures BETWEEN 0 AND attempts),
  next_attempt_at INTEGER,
  last_asked_at INTEGER,
  last_finding TEXT,
  last_problem TEXT,
  waiting_finding TEXT CHECK (waiting_finding IN (${list(WAITING_FINDINGS)})),
  waiting_since INTEGER,
  UNIQUE (exchange_id),
  CHECK ((waiting_finding IS NULL) = (waiting_since IS NULL)),
  CHECK (state <> 'undo-unknown' OR kind <> 'late-settlement' OR next_attempt_at IS NOT NULL),
  CHECK (next_attempt_at IS NULL OR state IN ('open', 'undo-unknown')),
  CHECK ((state IN ('undone', 'closed')) = (closed_at IS NOT NULL))
) STRICT;
CREATE INDEX sale_case_open ON sale_case (opened_at) WHERE closed_at IS NULL;
CREATE INDEX sale_case_by_sale ON sale_case (sale_id);
CREATE INDEX sale_case_by_undo ON sale_case (undo_exchange_id) WHERE undo_exchange_id IS NOT NULL;
CREATE INDEX sale_case_due ON sale_case (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE TABLE sale_return (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  state TEXT NOT NULL CHECK (state IN (${list(RETURN_STATES)})),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  shift_id TEXT NOT NULL REFERENCES shift (id),
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  approval_id TEXT REFERENCES approval (id),
  -- the settlement that 2103 has to undo first, and the 1101 that it wants before
  settlement_id TEXT REFERENCES settlement (id),
  identification_id TEXT REFERENCES identification (id),
  -- what is given back for the goods; what the customer gets after insurance is in the refunds
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
  -- 2103 undoes a settlement whole: the goods that were kept are settled again in a sale of their own
  resale_id TEXT REFERENCES sale (id),
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  CHECK ((state IN ('completed', 'abandoned')) = (closed_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX sale_return_one_open ON sale_return (sale_id) WHERE state IN ('open', 'refunding');
CREATE INDEX sale_return_by_sale ON sale_return (sale_id);
CREATE INDEX sale_return_unfinished ON sale_return (opened_at) WHERE closed_at IS NULL;

CREATE TABLE return_line (
  return_id TEXT NOT NULL REFERENCES sale_return (id),
  line_id TEXT NOT NULL REFERENCES sale_line (id),
  quantity_e4 INTEGER NOT NULL CHECK (quantity_e4 >= 0),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
  -- what the customer keeps of a settlement that is cancelled: it leaves this sale too and is sold again in the resale
  kept_e4 INTEGER NOT NULL DEFAULT 0 CHECK (kept_e4 >= 0),
  kept_amount_fen INTEGER NOT NULL DEFAULT 0 CHECK (kept_amount_fen >= 0),
  PRIMARY KEY (return_id, line_id),
  CHECK (quantity_e4 + kept_e4 > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX return_line_by_line ON return_line (line_id);

CREATE TABLE return_trace_code (
  return_id TEXT NOT NULL REFERENCES sale_return (id),
  trace_code_id INTEGER NOT NULL REFERENCES trace_code (id),
  -- of a box that the customer keeps and that is sold again in the resale
  kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
  PRIMARY KEY (return_id, trace_code_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE refund (
  id TEXT PRIMARY KEY,
  return_id TEXT NOT NULL REFERENCES sale_return (id),
  tender_id TEXT NOT NULL REFERENCES tender (id),
  -- the shift whose drawer gave the money
  shift_id TEXT REFERENCES shift (id),
  state TEXT NOT NULL CHECK (state IN (${list(REFUND_STATES)})),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  order_number TEXT UNIQUE,
  reference TEXT,
  -- the acquirer would not give it back: the drawer did
  instead_in_cash INTEGER NOT NULL DEFAULT 0 CHECK (instead_in_cash IN (0, 1)),
  changed_at INTEGER NOT NULL,
  CHECK (state <> 'done' OR shift_id IS NOT NULL)
) STRICT;
CREATE INDEX refund_by_return ON refund (return_id);
CREATE INDEX refund_by_tender ON refund (tender_id);
CREATE INDEX refund_open ON refund (changed_at) WHERE state IN (${list(OPEN_REFUND_STATES)});
CREATE INDEX refund_by_shift ON refund (shift_id) WHERE shift_id IS NOT NULL;

CREATE TABLE return_copy (
  id INTEGER PRIMARY KEY,
  return_id TEXT NOT NULL REFERENCES sale_return (id),
  copy INTEGER NOT NULL CHECK (copy >= 1),
  made_at INTEGER NOT NULL,
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  UNIQUE (return_id, copy)
) STRICT;
${appendOnly('return_copy')}

-- what 2103 answered; amounts as sent, negative or positive by platform
CREATE TABLE settlement_cancellation (
  exchange_id INTEGER PRIMARY KEY REFERENCES exchange (id),
  settlement_id TEXT NOT NULL REFERENCES settlement (id),
  -- the undoing record's own id or the settlement's
  setl_id TEXT NOT NULL,
  total_fen INTEGER NOT NULL,
  fund_paid_fen INTEGER NOT NULL,
  account_paid_fen INTEGER NOT NULL,
  balance_after_fen INTEGER,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX settlement_cancellation_by_settlement ON settlement_cancellation (settlement_id);
${appendOnly('settlement_cancellation')}

CREATE TABLE stock_move (
  id INTEGER PRIMARY KEY,
  goods_id INTEGER NOT NULL REFERENCES goods (id),
  batch_id INTEGER REFERENCES goods_batch (id),
  -- 1e-4 of the unit that was sold: the pack, or the split unit when split; negative left the shop
  quantity_e4 INTEGER NOT NULL CHECK (quantity_e4 <> 0),
  split INTEGER NOT NULL CHECK (split IN (0, 1)),
  line_id TEXT NOT NULL REFERENCES sale_line (id),
  return_id TEXT REFERENCES sale_return (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX stock_move_by_goods ON stock_move (goods_id);
CREATE INDEX stock_move_by_line ON stock_move (line_id);
${appendOnly('stock_move')}

CREATE TABLE tender_new (
  id TEXT PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  shift_id TEXT NOT NULL REFERENCES shift (id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'bank-card', 'qr', 'account-card')),
  state TEXT NOT NULL CHECK (state IN (${list(TENDER_STATES)})),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  received_fen INTEGER NOT NULL CHECK (received_fen >= amount_fen),
  change_fen INTEGER NOT NULL CHECK (change_fen = received_fen - amount_fen),
  -- our own number for the acquirer: made before sending, never used for anything else
  order_number TEXT UNIQUE,
  channel TEXT CHECK (channel IN (${list(PAYMENT_CHANNELS)})),
  -- what a POS slip or the acquirer calls the payment
  reference TEXT,
  -- our own number for giving it back at the acquirer: the same each time it is asked for
  refund_number TEXT UNIQUE,
  -- the shift whose drawer gave it back before the sale was completed
  refund_shift_id TEXT REFERENCES shift (id),
  at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  CHECK ((kind = 'qr') = (order_number IS NOT NULL)),
  CHECK (state <> 'refunded' OR refund_shift_id IS NOT NULL)
) STRICT;
INSERT INTO tender_new (id, sale_id, shift_id, kind, state, amount_fen, received_fen, change_fen, refund_shift_id, at, changed_at)
  SELECT id, sale_id, shift_id, kind, state, amount_fen, received_fen, change_fen,
    CASE state WHEN 'refunded' THEN shift_id END, at, at FROM tender;
DROP TABLE tender;
ALTER TABLE tender_new RENAME TO tender;
CREATE INDEX tender_by_sale ON tender (sale_id);
CREATE INDEX tender_by_shift ON tender (shift_id, kind);
CREATE INDEX tender_by_refund_shift ON tender (refund_shift_id, kind) WHERE refund_shift_id IS NOT NULL;
-- one electronic payment at a time: its answer can then never be taken for another one's
CREATE UNIQUE INDEX tender_one_in_flight ON tender (sale_id) WHERE state IN (${list(TENDERS_IN_FLIGHT)});

-- never more goes back than was paid: the last guard, below all code
CREATE TRIGGER refund_within_tender BEFORE UPDATE OF state ON refund WHEN NEW.state IN ('prepared', 'sent', 'done')
  AND NEW.amount_fen + (SELECT coalesce(sum(amount_fen), 0) FROM refund WHERE tender_id = NEW.tender_id
    AND id <> NEW.id AND state IN ('prepared', 'sent', 'unknown', 'done'))
  > (SELECT amount_fen FROM tender WHERE id = NEW.tender_id)
BEGIN SELECT RAISE(ABORT, 'more refunded than was paid'); END;

CREATE TABLE trace_code_new (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 100),
  sale_id TEXT NOT NULL REFERENCES sale (id),
  line_id TEXT NOT NULL REFERENCES sale_line (id),
  split INTEGER NOT NULL CHECK (split IN (0, 1)),
  -- released: taken off the line before it was sold; returned: came back, and may be sold again
  state TEXT NOT NULL CHECK (state IN ('reserved', 'sold', 'released', 'returned')),
  captured_at INTEGER NOT NULL
) STRICT;
INSERT INTO trace_code_new SELECT id, code, sale_id, line_id, split, state, captured_at FROM trace_code;
DROP TABLE trace_code;
ALTER TABLE trace_code_new RENAME TO trace_code;
-- a whole box is live on at most one sale (invariant 7); the code of an opened pack serves several split sales
CREATE UNIQUE INDEX trace_code_one_live ON trace_code (code) WHERE state IN ('reserved', 'sold') AND split = 0;
CREATE INDEX trace_code_live ON trace_code (code) WHERE state IN ('reserved', 'sold');
CREATE INDEX trace_code_by_line ON trace_code (line_id) WHERE state <> 'released';

CREATE TABLE outbox_new (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('goods-sold', 'goods-returned')),
  infno TEXT NOT NULL,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  return_id TEXT REFERENCES sale_return (id),
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  last_exchange_id INTEGER REFERENCES exchange (id),
  last_problem TEXT,
  -- a report may take several calls; those that the centre took are not sent again
  parts_acknowledged INTEGER NOT NULL DEFAULT 0 CHECK (parts_acknowledged >= 0),
  acknowledged_at INTEGER,
  CHECK ((kind = 'goods-returned') = (return_id IS NOT NULL))
) STRICT;
INSERT INTO outbox_new (id, kind, infno, sale_id, created_at, attempts, next_attempt_at, last_exchange_id, last_problem,
    parts_acknowledged, acknowledged_at)
  SELECT id, kind, infno, sale_id, created_at, attempts, next_attempt_at, last_exchange_id, last_problem,
    parts_acknowledged, acknowledged_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
CREATE UNIQUE INDEX outbox_one_sale_report ON outbox (sale_id) WHERE kind = 'goods-sold';
CREATE UNIQUE INDEX outbox_one_return_report ON outbox (return_id) WHERE kind = 'goods-returned';
CREATE INDEX outbox_by_sale ON outbox (sale_id);
CREATE INDEX outbox_waiting ON outbox (next_attempt_at) WHERE acknowledged_at IS NULL;
CREATE TRIGGER outbox_no_delete BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'outbox rows are never deleted'); END;

ALTER TABLE sale_line ADD COLUMN removed_reason TEXT;
-- the price of the goods list when the line was sold at another one
ALTER TABLE sale_line ADD COLUMN list_price_micro INTEGER CHECK (list_price_micro IS NULL OR list_price_micro >= 0);
`,
}
