CREATE TABLE approval (
  id TEXT PRIMARY KEY,
  granted_right TEXT NOT NULL,
  subject TEXT,
  asked_by INTEGER NOT NULL REFERENCES operator (id),
  approved_by INTEGER NOT NULL REFERENCES operator (id),
  at INTEGER NOT NULL,
  CHECK (asked_by <> approved_by)
) STRICT;

CREATE TRIGGER approval_no_delete BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT, 'approval is append-only'); END;

CREATE TRIGGER approval_no_update BEFORE UPDATE ON approval BEGIN SELECT RAISE(ABORT, 'approval is append-only'); END;

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

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TABLE audit_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  count INTEGER NOT NULL CHECK (count >= 1),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_head WHEN NEW.count <= OLD.count
  BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;

CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head BEGIN SELECT RAISE(ABORT, 'audit_head is never deleted'); END;

CREATE TABLE cash_move (
  id INTEGER PRIMARY KEY,
  shift_id TEXT NOT NULL REFERENCES shift (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  reason TEXT NOT NULL,
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX cash_move_by_shift ON cash_move (shift_id);

CREATE TRIGGER cash_move_no_delete BEFORE DELETE ON cash_move BEGIN SELECT RAISE(ABORT, 'cash_move is append-only'); END;

CREATE TRIGGER cash_move_no_update BEFORE UPDATE ON cash_move BEGIN SELECT RAISE(ABORT, 'cash_move is append-only'); END;

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE device_setting (
  slot TEXT PRIMARY KEY,
  -- 'none' takes away what the configuration file has there
  driver TEXT NOT NULL,
  name TEXT NOT NULL,
  options TEXT NOT NULL CHECK (json_valid(options)),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  changed_by INTEGER NOT NULL REFERENCES operator (id),
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE drawer_opening (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  shift_id TEXT NOT NULL REFERENCES shift (id),
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  approved_by INTEGER REFERENCES operator (id),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  -- 1: by itself, for the cash of a sale
  automatic INTEGER NOT NULL CHECK (automatic IN (0, 1)),
  sale_id TEXT REFERENCES sale (id),
  CHECK ((automatic = 1) = (sale_id IS NOT NULL))
) STRICT;

CREATE INDEX drawer_opening_by_time ON drawer_opening (at);

CREATE TRIGGER drawer_opening_no_delete BEFORE DELETE ON drawer_opening BEGIN SELECT RAISE(ABORT, 'drawer_opening is append-only'); END;

CREATE TRIGGER drawer_opening_no_update BEFORE UPDATE ON drawer_opening BEGIN SELECT RAISE(ABORT, 'drawer_opening is append-only'); END;

CREATE TABLE drawer_outcome (
  opening_id TEXT PRIMARY KEY REFERENCES drawer_opening (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'not-sent', 'uncertain')),
  problem TEXT,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER drawer_outcome_no_delete BEFORE DELETE ON drawer_outcome BEGIN SELECT RAISE(ABORT, 'drawer_outcome is append-only'); END;

CREATE TRIGGER drawer_outcome_no_update BEFORE UPDATE ON drawer_outcome BEGIN SELECT RAISE(ABORT, 'drawer_outcome is append-only'); END;

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

CREATE TRIGGER exchange_no_delete BEFORE DELETE ON exchange BEGIN SELECT RAISE(ABORT, 'exchange is append-only'); END;

CREATE TRIGGER exchange_no_update BEFORE UPDATE ON exchange BEGIN SELECT RAISE(ABORT, 'exchange is append-only'); END;

CREATE TABLE exchange_step (
  id INTEGER PRIMARY KEY,
  exchange_id INTEGER NOT NULL REFERENCES exchange (id),
  step TEXT NOT NULL CHECK (step IN ('sent', 'not-sent', 'accepted', 'refused', 'unknown', 'late-answer')),
  at INTEGER NOT NULL,
  http_status INTEGER,
  response_text TEXT,
  detail TEXT
) STRICT;

CREATE INDEX exchange_step_by_exchange ON exchange_step (exchange_id);

CREATE UNIQUE INDEX exchange_step_one_outcome ON exchange_step (exchange_id)
  WHERE step IN ('not-sent', 'accepted', 'refused', 'unknown');

CREATE UNIQUE INDEX exchange_step_sent_once ON exchange_step (exchange_id) WHERE step = 'sent';

CREATE TRIGGER exchange_step_no_delete BEFORE DELETE ON exchange_step BEGIN SELECT RAISE(ABORT, 'exchange_step is append-only'); END;

CREATE TRIGGER exchange_step_no_update BEFORE UPDATE ON exchange_step BEGIN SELECT RAISE(ABORT, 'exchange_step is append-only'); END;

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

CREATE INDEX goods_by_name ON goods (name) WHERE active = 1;

CREATE INDEX goods_by_national_code ON goods (national_code) WHERE national_code IS NOT NULL;

CREATE TABLE goods_barcode (
  barcode TEXT NOT NULL,
  goods_id INTEGER NOT NULL REFERENCES goods (id),
  position INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (barcode, goods_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX goods_barcode_by_goods ON goods_barcode (goods_id, position);

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

CREATE TABLE goods_initials (
  initials TEXT NOT NULL,
  goods_id INTEGER NOT NULL REFERENCES goods (id),
  PRIMARY KEY (initials, goods_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX goods_initials_by_goods ON goods_initials (goods_id);

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

CREATE TABLE import_mark (
  source TEXT PRIMARY KEY,
  content_hash TEXT NOT NULL,
  imported_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE "outbox" (
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

CREATE INDEX outbox_by_sale ON outbox (sale_id);

CREATE UNIQUE INDEX outbox_one_return_report ON outbox (return_id) WHERE kind = 'goods-returned';

CREATE UNIQUE INDEX outbox_one_sale_report ON outbox (sale_id) WHERE kind = 'goods-sold';

CREATE INDEX outbox_waiting ON outbox (next_attempt_at) WHERE acknowledged_at IS NULL;

CREATE TRIGGER outbox_no_delete BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'outbox rows are never deleted'); END;

CREATE TABLE print_job (
  id TEXT PRIMARY KEY,
  what TEXT NOT NULL CHECK (what IN ('receipt', 'reprint', 'return-slip', 'test-slip')),
  sale_id TEXT REFERENCES sale (id),
  return_id TEXT REFERENCES sale_return (id),
  copy INTEGER NOT NULL CHECK (copy >= 1),
  -- waiting: nothing is on paper. From uncertain and incomplete no way leads back to printing: there may be paper
  state TEXT NOT NULL CHECK (
    state IN ('waiting', 'printing', 'printed', 'uncertain', 'incomplete', 'failed', 'cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  problem TEXT,
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  CHECK (what = 'test-slip' OR sale_id IS NOT NULL),
  CHECK ((what = 'return-slip') = (return_id IS NOT NULL))
) STRICT;

CREATE INDEX print_job_by_sale ON print_job (sale_id) WHERE sale_id IS NOT NULL;

CREATE UNIQUE INDEX print_job_one_original ON print_job (sale_id) WHERE what = 'receipt';

CREATE INDEX print_job_open ON print_job (created_at) WHERE state NOT IN ('printed', 'cancelled');

CREATE TRIGGER print_job_not_twice BEFORE UPDATE OF state ON print_job
  WHEN NEW.state IN ('waiting', 'printing') AND OLD.state IN ('printed', 'uncertain', 'incomplete', 'cancelled')
  BEGIN SELECT RAISE(ABORT, 'what may be on paper is not printed again'); END;

CREATE TABLE receipt_copy (
  id INTEGER PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  copy INTEGER NOT NULL CHECK (copy >= 1),
  made_at INTEGER NOT NULL,
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  UNIQUE (sale_id, copy)
) STRICT;

CREATE TRIGGER receipt_copy_no_delete BEFORE DELETE ON receipt_copy BEGIN SELECT RAISE(ABORT, 'receipt_copy is append-only'); END;

CREATE TRIGGER receipt_copy_no_update BEFORE UPDATE ON receipt_copy BEGIN SELECT RAISE(ABORT, 'receipt_copy is append-only'); END;

CREATE TABLE refund (
  id TEXT PRIMARY KEY,
  return_id TEXT NOT NULL REFERENCES sale_return (id),
  tender_id TEXT NOT NULL REFERENCES tender (id),
  -- the shift whose drawer gave the money
  shift_id TEXT REFERENCES shift (id),
  state TEXT NOT NULL CHECK (state IN ('planned', 'prepared', 'sent', 'unknown', 'done', 'refused')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  order_number TEXT UNIQUE,
  reference TEXT,
  -- the acquirer would not give it back: the drawer did
  instead_in_cash INTEGER NOT NULL DEFAULT 0 CHECK (instead_in_cash IN (0, 1)),
  changed_at INTEGER NOT NULL,
  CHECK (state <> 'done' OR shift_id IS NOT NULL)
) STRICT;

CREATE INDEX refund_by_return ON refund (return_id);

CREATE INDEX refund_by_shift ON refund (shift_id) WHERE shift_id IS NOT NULL;

CREATE INDEX refund_by_tender ON refund (tender_id);

CREATE INDEX refund_open ON refund (changed_at) WHERE state IN ('prepared', 'sent', 'unknown');

CREATE TRIGGER refund_within_tender BEFORE UPDATE OF state ON refund WHEN NEW.state IN ('prepared', 'sent', 'done')
  AND NEW.amount_fen + (SELECT coalesce(sum(amount_fen), 0) FROM refund WHERE tender_id = NEW.tender_id
    AND id <> NEW.id AND state IN ('prepared', 'sent', 'unknown', 'done'))
  > (SELECT amount_fen FROM tender WHERE id = NEW.tender_id)
BEGIN SELECT RAISE(ABORT, 'more refunded than was paid'); END;

CREATE TABLE region_code (
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  loaded_at INTEGER NOT NULL,
  PRIMARY KEY (type, value)
) STRICT, WITHOUT ROWID;

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
  waiting_finding TEXT CHECK (waiting_finding IN ('absent', 'standing')),
  waiting_since INTEGER,
  ended_at INTEGER,
  CHECK ((waiting_finding IS NULL) = (waiting_since IS NULL))
) STRICT;

CREATE INDEX resolution_due ON resolution (next_attempt_at) WHERE ended_at IS NULL;

CREATE TABLE return_copy (
  id INTEGER PRIMARY KEY,
  return_id TEXT NOT NULL REFERENCES sale_return (id),
  copy INTEGER NOT NULL CHECK (copy >= 1),
  made_at INTEGER NOT NULL,
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  UNIQUE (return_id, copy)
) STRICT;

CREATE TRIGGER return_copy_no_delete BEFORE DELETE ON return_copy BEGIN SELECT RAISE(ABORT, 'return_copy is append-only'); END;

CREATE TRIGGER return_copy_no_update BEFORE UPDATE ON return_copy BEGIN SELECT RAISE(ABORT, 'return_copy is append-only'); END;

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

CREATE TABLE sale (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  till TEXT NOT NULL,
  shift_id TEXT NOT NULL REFERENCES shift (id),
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'held', 'completed', 'voided')),
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  sale_discount_fen INTEGER NOT NULL DEFAULT 0 CHECK (sale_discount_fen >= 0),
  total_fen INTEGER NOT NULL DEFAULT 0 CHECK (total_fen >= 0),
  current_line_id TEXT,
  void_reason TEXT,
  CHECK ((state IN ('completed', 'voided')) = (closed_at IS NOT NULL))
) STRICT;

CREATE INDEX sale_by_closing ON sale (closed_at);

CREATE INDEX sale_by_shift ON sale (shift_id, opened_at);

CREATE INDEX sale_held ON sale (till) WHERE state = 'held';

CREATE UNIQUE INDEX sale_one_open ON sale (till) WHERE state = 'open';

CREATE TABLE sale_case (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('late-settlement', 'late-tender')),
  state TEXT NOT NULL CHECK (state IN ('open', 'undoing', 'undo-unknown', 'undone', 'closed')),
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
  waiting_finding TEXT CHECK (waiting_finding IN ('absent', 'standing')),
  waiting_since INTEGER,
  UNIQUE (exchange_id),
  CHECK ((waiting_finding IS NULL) = (waiting_since IS NULL)),
  CHECK (state <> 'undo-unknown' OR kind <> 'late-settlement' OR next_attempt_at IS NOT NULL),
  CHECK (next_attempt_at IS NULL OR state IN ('open', 'undo-unknown')),
  CHECK ((state IN ('undone', 'closed')) = (closed_at IS NOT NULL))
) STRICT;

CREATE INDEX sale_case_by_sale ON sale_case (sale_id);

CREATE INDEX sale_case_by_undo ON sale_case (undo_exchange_id) WHERE undo_exchange_id IS NOT NULL;

CREATE INDEX sale_case_due ON sale_case (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE INDEX sale_case_open ON sale_case (opened_at) WHERE closed_at IS NULL;

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
  removed_at INTEGER, removed_reason TEXT, list_price_micro INTEGER CHECK (list_price_micro IS NULL OR list_price_micro >= 0),
  UNIQUE (sale_id, position)
) STRICT;

CREATE TABLE sale_return (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'refunding', 'completed', 'abandoned')),
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

CREATE INDEX sale_return_by_sale ON sale_return (sale_id);

CREATE UNIQUE INDEX sale_return_one_open ON sale_return (sale_id) WHERE state IN ('open', 'refunding');

CREATE INDEX sale_return_unfinished ON sale_return (opened_at) WHERE closed_at IS NULL;

CREATE TABLE settlement (
  id TEXT PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  identification_id TEXT NOT NULL REFERENCES identification (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'quoted', 'prepared', 'sent', 'settled', 'refused', 'unknown', 'cancelling', 'cancel-unknown', 'cancelled', 'reversing', 'reverse-unknown', 'reversed', 'disputed')),
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
  changed_at INTEGER NOT NULL, cancel_exchange_id INTEGER REFERENCES exchange (id), reversal_exchange_id INTEGER REFERENCES exchange (id),
  CHECK (state <> 'settled' OR (
    setl_id IS NOT NULL AND mdtrt_id IS NOT NULL
    -- IS TRUE, because a sum with a missing part is null, and a CHECK lets null pass
    AND (claimed_fen = fund_paid_fen + personal_part_fen + institution_borne_fen) IS TRUE
    AND (personal_part_fen = account_paid_fen + cash_part_fen) IS TRUE))
) STRICT;

CREATE INDEX settlement_by_person ON settlement (person_number, settled_at) WHERE settled_at IS NOT NULL;

CREATE INDEX settlement_by_sale ON settlement (sale_id);

CREATE UNIQUE INDEX settlement_one_in_flight_per_person ON settlement (person_number)
  WHERE state IN ('prepared', 'sent', 'unknown', 'cancelling', 'cancel-unknown', 'reversing', 'reverse-unknown');

CREATE UNIQUE INDEX settlement_one_live ON settlement (sale_id) WHERE state IN ('prepared', 'sent', 'settled', 'unknown', 'cancelling', 'cancel-unknown', 'reversing', 'reverse-unknown', 'disputed');

CREATE INDEX settlement_open ON settlement (state) WHERE state IN ('prepared', 'sent', 'unknown', 'cancelling', 'cancel-unknown', 'reversing', 'reverse-unknown', 'disputed');

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

CREATE TRIGGER settlement_cancellation_no_delete BEFORE DELETE ON settlement_cancellation BEGIN SELECT RAISE(ABORT, 'settlement_cancellation is append-only'); END;

CREATE TRIGGER settlement_cancellation_no_update BEFORE UPDATE ON settlement_cancellation BEGIN SELECT RAISE(ABORT, 'settlement_cancellation is append-only'); END;

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

CREATE TRIGGER settlement_event_no_delete BEFORE DELETE ON settlement_event BEGIN SELECT RAISE(ABORT, 'settlement_event is append-only'); END;

CREATE TRIGGER settlement_event_no_update BEFORE UPDATE ON settlement_event BEGIN SELECT RAISE(ABORT, 'settlement_event is append-only'); END;

CREATE TABLE shift (
  id TEXT PRIMARY KEY,
  till TEXT NOT NULL,
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  opened_at INTEGER NOT NULL,
  opening_float_fen INTEGER NOT NULL CHECK (opening_float_fen >= 0),
  sign_number TEXT,
  signed_at INTEGER,
  closed_at INTEGER CHECK (closed_at IS NULL OR closed_at >= opened_at)
, expected_drawer_fen INTEGER) STRICT;

CREATE UNIQUE INDEX shift_one_open ON shift (till) WHERE closed_at IS NULL;

CREATE INDEX shift_signed ON shift (till, operator_id, signed_at) WHERE sign_number IS NOT NULL;

CREATE TABLE shown_code (
  tender_id TEXT PRIMARY KEY REFERENCES tender (id),
  -- what the QR code holds, as the acquirer gave it
  code_text TEXT NOT NULL CHECK (length(code_text) BETWEEN 1 AND 512),
  -- from then on nobody may scan it any more: the order is closed
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER shown_code_no_delete BEFORE DELETE ON shown_code BEGIN SELECT RAISE(ABORT, 'shown_code is append-only'); END;

CREATE TRIGGER shown_code_no_update BEFORE UPDATE ON shown_code BEGIN SELECT RAISE(ABORT, 'shown_code is append-only'); END;

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

CREATE TRIGGER stock_move_no_delete BEFORE DELETE ON stock_move BEGIN SELECT RAISE(ABORT, 'stock_move is append-only'); END;

CREATE TRIGGER stock_move_no_update BEFORE UPDATE ON stock_move BEGIN SELECT RAISE(ABORT, 'stock_move is append-only'); END;

CREATE TABLE "tender" (
  id TEXT PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sale (id),
  shift_id TEXT NOT NULL REFERENCES shift (id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'bank-card', 'qr', 'account-card')),
  state TEXT NOT NULL CHECK (state IN ('prepared', 'sent', 'paying', 'unknown', 'taken', 'refused', 'refunding', 'refund-unknown', 'refunded')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  received_fen INTEGER NOT NULL CHECK (received_fen >= amount_fen),
  change_fen INTEGER NOT NULL CHECK (change_fen = received_fen - amount_fen),
  -- our own number for the acquirer: made before sending, never used for anything else
  order_number TEXT UNIQUE,
  channel TEXT CHECK (channel IN ('wechat', 'alipay', 'unionpay')),
  -- what a POS slip or the acquirer calls the payment
  reference TEXT,
  -- our own number for giving it back at the acquirer: the same each time it is asked for
  refund_number TEXT UNIQUE,
  -- the shift whose drawer gave it back before the sale was completed
  refund_shift_id TEXT REFERENCES shift (id),
  at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL, undo_reason TEXT CHECK (undo_reason IS NULL OR length(undo_reason) BETWEEN 1 AND 200),
  CHECK ((kind = 'qr') = (order_number IS NOT NULL)),
  CHECK (state <> 'refunded' OR refund_shift_id IS NOT NULL)
) STRICT;

CREATE INDEX tender_by_refund_shift ON tender (refund_shift_id, kind) WHERE refund_shift_id IS NOT NULL;

CREATE INDEX tender_by_sale ON tender (sale_id);

CREATE INDEX tender_by_shift ON tender (shift_id, kind);

CREATE UNIQUE INDEX tender_one_in_flight ON tender (sale_id) WHERE state IN ('prepared', 'sent', 'paying', 'unknown', 'refunding', 'refund-unknown');

CREATE TABLE "trace_code" (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 100),
  sale_id TEXT NOT NULL REFERENCES sale (id),
  line_id TEXT NOT NULL REFERENCES sale_line (id),
  split INTEGER NOT NULL CHECK (split IN (0, 1)),
  -- released: taken off the line before it was sold; returned: came back, and may be sold again
  state TEXT NOT NULL CHECK (state IN ('reserved', 'sold', 'released', 'returned')),
  captured_at INTEGER NOT NULL
) STRICT;

CREATE INDEX trace_code_by_line ON trace_code (line_id) WHERE state <> 'released';

CREATE INDEX trace_code_live ON trace_code (code) WHERE state IN ('reserved', 'sold');

CREATE UNIQUE INDEX trace_code_one_live ON trace_code (code) WHERE state IN ('reserved', 'sold') AND split = 0;

CREATE TABLE trace_prefix (
  prefix TEXT PRIMARY KEY,
  goods_id INTEGER NOT NULL REFERENCES goods (id),
  learned_at INTEGER,
  learned_by INTEGER REFERENCES operator (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX trace_prefix_by_goods ON trace_prefix (goods_id);
