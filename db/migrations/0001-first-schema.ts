import { LIVE_STATES, SETTLEMENT_STATES } from '../../core/settlement/state.ts'
import { SALE_STATES } from '../../core/sale/state.ts'
import { appendOnly, list } from './sql-text.ts'
import type { Migration } from './migration.ts'

/**
 * The first schema. Amounts are integer fen, prices integer micro-yuan, quantities integer 1e-4 units, times integer
 * milliseconds since 1970 (UTC), dates text yyyy-MM-dd, flags 0/1.
 */
export const firstSchema: Migration = {
  number: 1,
  name: 'first-schema',
  sql: `
CREATE TABLE operator (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE CHECK (length(number) BETWEEN 1 AND 20),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
  role TEXT NOT NULL CHECK (role IN ('cashier', 'pharmacist', 'manager')),
  password_hash TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  failed_attempts INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER
) STRICT;

CREATE TABLE shift (
  id TEXT PRIMARY KEY,
  till TEXT NOT NULL,
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  opened_at INTEGER NOT NULL,
  opening_float_fen INTEGER NOT NULL CHECK (opening_float_fen >= 0),
  sign_number TEXT,
  signed_at INTEGER,
  closed_at INTEGER CHECK (closed_at IS NULL OR closed_at >= opened_at)
) STRICT;
CREATE UNIQUE INDEX shift_one_open ON shift (till) WHERE closed_at IS NULL;

CREATE TABLE cash_move (
  id INTEGER PRIMARY KEY,
  shift_id TEXT NOT NULL REFERENCES shift (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  reason TEXT NOT NULL,
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX cash_move_by_shift ON cash_move (shift_id);
${appendOnly('cash_move')}

CREATE TABLE goods (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 30),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  specification TEXT NOT NULL,
  manufacturer TEXT NOT NULL,
  unit TEXT NOT NULL,
  price_micro INTEGER NOT NULL CHECK (price_micro >= 0),
  pack_size INTEGER NOT NULL DEFAULT 1 CHECK (pack_size BETWEEN 1 AND 100000),
  split_unit TEXT NOT NULL DEFAULT '',
  split_price_micro INTEGER CHECK (split_price_micro IS NULL OR split_price_micro >= 0),
  national_code TEXT,
  prescription_class TEXT NOT NULL CHECK (prescription_class IN ('0', '1', '2')),
  trace_policy TEXT NOT NULL CHECK (trace_policy IN ('required', 'exempt')),
  initials TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
-- holds all that a search by part of a name reads, so that it reads nothing else
CREATE INDEX goods_by_name ON goods (name) WHERE active = 1;
CREATE INDEX goods_by_national_code ON goods (national_code) WHERE national_code IS NOT NULL;

CREATE TABLE goods_initials (
  initials TEXT NOT NULL,
  goods_id INTEGER NOT NULL REFERENCES goods (id),
  PRIMARY KEY (initials, goods_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX goods_initials_by_goods ON goods_initials (goods_id);

CREATE TABLE goods_barcode (
  barcode TEXT NOT NULL,
  goods_id INTEGER NOT NULL REFERENCES goods (id),
  position INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (barcode, goods_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX goods_barcode_by_goods ON goods_barcode (goods_id, position);

CREATE TABLE trace_prefix (
  prefix TEXT PRIMARY KEY,
  goods_id INTEGER NOT NULL REFERENCES goods (id),
  learned_at INTEGER,
  learned_by INTEGER REFERENCES operator (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX trace_prefix_by_goods ON trace_prefix (goods_id);

CREATE TABLE goods_batch (
  id INTEGER PRIMARY KEY,
  goods_id INTEGER NOT NULL REFERENCES goods (id),
  serial TEXT NOT NULL CHECK (length(serial) BETWEEN 1 AND 30),
  lot_number TEXT NOT NULL,
  manufactured_on TEXT NOT NULL CHECK (manufactured_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  expires_on TEXT CHECK (expires_on IS NULL OR expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  UNIQUE (goods_id, serial)
) STRICT;
CREATE INDEX goods_batch_by_expiry ON goods_batch (goods_id, expires_on);

CREATE TABLE sale (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  till TEXT NOT NULL,
  shift_id TEXT NOT NULL REFERENCES shift (id),
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  state TEXT NOT NULL CHECK (state IN (${list(SALE_STATES)})),
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  sale_discount_fen INTEGER NOT NULL DEFAULT 0 CHECK (sale_discount_fen >= 0),
  total_fen INTEGER NOT NULL DEFAULT 0 CHECK (total_fen >= 0),
  current_line_id TEXT,
  void_reason TEXT,
  CHECK ((state IN ('completed', 'voided')) = (closed_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX sale_one_open ON sale (till) WHERE state = 'open';
CREATE INDEX sale_held ON sale (till) WHERE state = 'held';
CREATE INDEX sale_by_shift ON sale (shift_id, opened_at);
CREATE INDEX sale_by_closing ON sale (closed_at);

CREATE TABLE sale_line (
  id TEXT PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  goods_id INTEGER NOT NULL REFERENCES goods (id),
  batch_id INTEGER REFERENCES goods_batch (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  specification TEXT NOT NULL,
  manufacturer TEXT NOT NULL,
  unit TEXT NOT NULL,
  national_code TEXT,
  prescription_class TEXT NOT NULL,
  trace_policy TEXT NOT NULL CHECK (trace_policy IN ('required', 'exempt')),
  barcode TEXT,
  pack_size INTEGER NOT NULL,
  unit_price_micro INTEGER NOT NULL CHECK (unit_price_micro >= 0),
  quantity_e4 INTEGER NOT NULL CHECK (quantity_e4 > 0),
  split INTEGER NOT NULL CHECK (split IN (0, 1)),
  gross_fen INTEGER NOT NULL CHECK (gross_fen >= 0),
  own_discount_fen INTEGER NOT NULL DEFAULT 0 CHECK (own_discount_fen >= 0),
  shared_discount_fen INTEGER NOT NULL DEFAULT 0 CHECK (shared_discount_fen >= 0),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0 AND amount_fen = gross_fen - own_discount_fen - shared_discount_fen),
  removed_at INTEGER,
  UNIQUE (sale_id, position)
) STRICT;

CREATE TABLE trace_code (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 100),
  sale_id TEXT NOT NULL REFERENCES sale (id),
  line_id TEXT NOT NULL REFERENCES sale_line (id),
  split INTEGER NOT NULL CHECK (split IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('reserved', 'sold', 'released')),
  captured_at INTEGER NOT NULL
) STRICT;
-- a whole box is live on at most one sale (invariant 7); the code of an opened pack serves several split sales
CREATE UNIQUE INDEX trace_code_one_live ON trace_code (code) WHERE state IN ('reserved', 'sold') AND split = 0;
CREATE INDEX trace_code_live ON trace_code (code) WHERE state IN ('reserved', 'sold');
CREATE INDEX trace_code_by_line ON trace_code (line_id) WHERE state <> 'released';

CREATE TABLE exchange (
  id INTEGER PRIMARY KEY,
  msgid TEXT NOT NULL UNIQUE,
  infno TEXT NOT NULL,
  purpose TEXT NOT NULL,
  sale_id TEXT REFERENCES sale (id),
  person_number TEXT,
  amount_fen INTEGER,
  request_text TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  prepared_at INTEGER NOT NULL
) STRICT;
CREATE INDEX exchange_by_sale ON exchange (sale_id) WHERE sale_id IS NOT NULL;
${appendOnly('exchange')}

CREATE TABLE exchange_step (
  id INTEGER PRIMARY KEY,
  exchange_id INTEGER NOT NULL REFERENCES exchange (id),
  step TEXT NOT NULL CHECK (step IN ('sent', 'not-sent', 'accepted', 'refused', 'unknown', 'late-answer')),
  at INTEGER NOT NULL,
  http_status INTEGER,
  response_text TEXT,
  detail TEXT
) STRICT;
-- exactly one outcome for each exchange; a late answer comes on top and never replaces it
CREATE UNIQUE INDEX exchange_step_one_outcome ON exchange_step (exchange_id)
  WHERE step IN ('not-sent', 'accepted', 'refused', 'unknown');
CREATE UNIQUE INDEX exchange_step_sent_once ON exchange_step (exchange_id) WHERE step = 'sent';
CREATE INDEX exchange_step_by_exchange ON exchange_step (exchange_id);
${appendOnly('exchange_step')}

CREATE TABLE identification (
  id TEXT PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  exchange_id INTEGER NOT NULL REFERENCES exchange (id),
  credential_type TEXT NOT NULL CHECK (credential_type IN ('01', '02', '03')),
  credential_number TEXT NOT NULL,
  card_serial TEXT,
  person_number TEXT NOT NULL,
  document_kind TEXT NOT NULL,
  document_number TEXT NOT NULL,
  person_name TEXT NOT NULL,
  gender TEXT NOT NULL,
  birth_date TEXT,
  chosen_position INTEGER,
  account_used INTEGER NOT NULL CHECK (account_used IN (0, 1)),
  identified_at INTEGER NOT NULL,
  dropped_at INTEGER
) STRICT;
CREATE UNIQUE INDEX identification_one_current ON identification (sale_id) WHERE dropped_at IS NULL;

CREATE TABLE identified_insurance (
  identification_id TEXT NOT NULL REFERENCES identification (id),
  position INTEGER NOT NULL,
  insurance_type TEXT NOT NULL,
  status TEXT,
  balance_fen INTEGER NOT NULL,
  person_type TEXT NOT NULL,
  civil_servant TEXT NOT NULL,
  place TEXT NOT NULL,
  employer TEXT,
  PRIMARY KEY (identification_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE settlement (
  id TEXT PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  identification_id TEXT NOT NULL REFERENCES identification (id),
  state TEXT NOT NULL CHECK (state IN (${list(SETTLEMENT_STATES)})),
  person_number TEXT NOT NULL,
  insurance_type TEXT NOT NULL,
  insured_place TEXT NOT NULL,
  account_used INTEGER NOT NULL CHECK (account_used IN (0, 1)),
  basket_fingerprint TEXT NOT NULL,
  claimed_fen INTEGER NOT NULL CHECK (claimed_fen > 0),
  trial_exchange_id INTEGER REFERENCES exchange (id),
  settle_exchange_id INTEGER REFERENCES exchange (id),
  fund_paid_fen INTEGER,
  account_paid_fen INTEGER,
  personal_part_fen INTEGER,
  cash_part_fen INTEGER,
  institution_borne_fen INTEGER,
  balance_after_fen INTEGER,
  setl_id TEXT,
  mdtrt_id TEXT,
  settled_at INTEGER,
  changed_at INTEGER NOT NULL,
  CHECK (state <> 'settled' OR (
    setl_id IS NOT NULL AND mdtrt_id IS NOT NULL
    -- IS TRUE, because a sum with a missing part is null, and a CHECK lets null pass
    AND (claimed_fen = fund_paid_fen + personal_part_fen + institution_borne_fen) IS TRUE
    AND (personal_part_fen = account_paid_fen + cash_part_fen) IS TRUE))
) STRICT;
-- at most one live settlement per sale (invariant 1): the last guard against a double charge, below all code
CREATE UNIQUE INDEX settlement_one_live ON settlement (sale_id) WHERE state IN (${list(LIVE_STATES)});
CREATE INDEX settlement_by_sale ON settlement (sale_id);
CREATE INDEX settlement_open ON settlement (state) WHERE state IN ('prepared', 'sent', 'unknown', 'cancelling', 'cancel-unknown', 'reversing', 'reverse-unknown', 'disputed');

CREATE TABLE settlement_event (
  id INTEGER PRIMARY KEY,
  settlement_id TEXT NOT NULL REFERENCES settlement (id),
  event TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  exchange_id INTEGER REFERENCES exchange (id),
  operator_id INTEGER REFERENCES operator (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX settlement_event_by_settlement ON settlement_event (settlement_id);
${appendOnly('settlement_event')}

CREATE TABLE tender (
  id TEXT PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  shift_id TEXT NOT NULL REFERENCES shift (id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'bank-card', 'qr', 'account-card')),
  state TEXT NOT NULL CHECK (state IN ('prepared', 'sent', 'unknown', 'taken', 'refused', 'refunded')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  received_fen INTEGER NOT NULL CHECK (received_fen >= amount_fen),
  change_fen INTEGER NOT NULL CHECK (change_fen = received_fen - amount_fen),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX tender_by_sale ON tender (sale_id);
CREATE INDEX tender_by_shift ON tender (shift_id, kind);

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('goods-sold')),
  infno TEXT NOT NULL,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  last_exchange_id INTEGER REFERENCES exchange (id),
  last_problem TEXT,
  -- a report may take several calls; those that the centre took are not sent again
  parts_acknowledged INTEGER NOT NULL DEFAULT 0 CHECK (parts_acknowledged >= 0),
  acknowledged_at INTEGER,
  UNIQUE (kind, sale_id)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (next_attempt_at) WHERE acknowledged_at IS NULL;
CREATE TRIGGER outbox_no_delete BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'outbox rows are never deleted'); END;

CREATE TABLE receipt_copy (
  id INTEGER PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  copy INTEGER NOT NULL CHECK (copy >= 1),
  made_at INTEGER NOT NULL,
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  UNIQUE (sale_id, copy)
) STRICT;
${appendOnly('receipt_copy')}

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE region_code (
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  loaded_at INTEGER NOT NULL,
  PRIMARY KEY (type, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mark (
  source TEXT PRIMARY KEY,
  content_hash TEXT NOT NULL,
  imported_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
