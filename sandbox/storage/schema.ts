/** Version of the ledger file; a file of another version is refused. */
export const LEDGER_VERSION = 1

/** Amounts are integer fen, prices micro-yuan, counts 1e-4 units, ratios 1e-4, times epoch milliseconds of the centre's clock. */
export const SCHEMA = `
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  msgid TEXT NOT NULL,
  infno TEXT NOT NULL,
  shop TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'refused', 'duplicate', 'malformed')),
  effect TEXT NOT NULL,
  fault TEXT NOT NULL,
  request TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX message_once ON message (msgid) WHERE outcome IN ('accepted', 'refused');
CREATE INDEX message_by_infno ON message (infno, outcome, id);

CREATE TABLE sign (
  sign_number TEXT PRIMARY KEY,
  shop TEXT NOT NULL,
  operator TEXT NOT NULL,
  mac TEXT NOT NULL,
  ip TEXT NOT NULL,
  signed_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  person_number TEXT PRIMARY KEY,
  document_kind TEXT NOT NULL,
  document_number TEXT NOT NULL,
  name TEXT NOT NULL,
  gender TEXT NOT NULL,
  nation TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  ec_token TEXT UNIQUE,
  card_number TEXT UNIQUE,
  card_serial TEXT,
  identities TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_document ON person (document_number);

CREATE TABLE insurance (
  id INTEGER PRIMARY KEY,
  person_number TEXT NOT NULL REFERENCES person (person_number),
  insurance_type TEXT NOT NULL,
  place TEXT NOT NULL,
  person_type TEXT NOT NULL,
  status TEXT NOT NULL,
  since TEXT NOT NULL,
  paused_on TEXT NOT NULL,
  civil_servant TEXT NOT NULL CHECK (civil_servant IN ('0', '1')),
  employer TEXT NOT NULL,
  plan TEXT NOT NULL,
  balance INTEGER NOT NULL CHECK (balance >= 0),
  deductible_used INTEGER NOT NULL CHECK (deductible_used >= 0),
  pool_used INTEGER NOT NULL CHECK (pool_used >= 0),
  UNIQUE (person_number, insurance_type, place)
) STRICT;

CREATE TABLE account_entry (
  id INTEGER PRIMARY KEY,
  insurance_id INTEGER NOT NULL REFERENCES insurance (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opening', 'adjustment', 'debit', 'refund', 'reversal')),
  amount INTEGER NOT NULL,
  balance_after INTEGER NOT NULL CHECK (balance_after >= 0),
  settlement_id TEXT,
  msgid TEXT
) STRICT;
CREATE INDEX account_entry_by_insurance ON account_entry (insurance_id, id);
CREATE TRIGGER account_entry_stays BEFORE UPDATE ON account_entry BEGIN SELECT raise(ABORT, 'append-only'); END;

CREATE TABLE good (
  national_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  specification TEXT NOT NULL,
  dosage_form TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('01', '02', '03')),
  self_pay_ratio INTEGER NOT NULL CHECK (self_pay_ratio BETWEEN 0 AND 10000),
  price_ceiling INTEGER CHECK (price_ceiling > 0),
  charge_type TEXT NOT NULL,
  list_type TEXT NOT NULL,
  essential TEXT NOT NULL,
  negotiated TEXT NOT NULL,
  trace_required INTEGER NOT NULL CHECK (trace_required IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE settlement (
  settlement_id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL,
  msgid TEXT NOT NULL UNIQUE,
  infno TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'cancellation')),
  state TEXT NOT NULL CHECK (state IN ('settled', 'cancelled', 'reversed')),
  cancels TEXT REFERENCES settlement (settlement_id),
  shop TEXT NOT NULL,
  person_number TEXT NOT NULL,
  insurance_id INTEGER NOT NULL REFERENCES insurance (id),
  medical_type TEXT NOT NULL,
  credential_type TEXT NOT NULL,
  settled_at INTEGER NOT NULL,
  begun_at INTEGER NOT NULL,
  operator TEXT NOT NULL,
  operator_name TEXT NOT NULL,
  disease_code TEXT NOT NULL,
  disease_name TEXT NOT NULL,
  invoice TEXT NOT NULL,
  total INTEGER NOT NULL,
  self_paid INTEGER NOT NULL,
  over_limit INTEGER NOT NULL,
  first_self_paid INTEGER NOT NULL,
  in_scope INTEGER NOT NULL,
  deductible INTEGER NOT NULL,
  pool_ratio INTEGER NOT NULL,
  fund_paid INTEGER NOT NULL,
  person_part INTEGER NOT NULL,
  account_paid INTEGER NOT NULL,
  cash_paid INTEGER NOT NULL,
  balance_after INTEGER NOT NULL,
  clearing_type TEXT NOT NULL,
  clearing_way TEXT NOT NULL,
  funds TEXT NOT NULL,
  undone_at INTEGER,
  undone_by TEXT,
  CHECK (total = fund_paid + person_part),
  CHECK (person_part = account_paid + cash_paid),
  CHECK (total = self_paid + over_limit + first_self_paid + in_scope)
) STRICT, WITHOUT ROWID;
CREATE INDEX settlement_by_person ON settlement (person_number, settled_at);
CREATE INDEX settlement_by_visit ON settlement (visit_id);

CREATE TABLE settlement_line (
  settlement_id TEXT NOT NULL REFERENCES settlement (settlement_id),
  position INTEGER NOT NULL,
  line_number TEXT NOT NULL,
  national_code TEXT NOT NULL,
  shop_code TEXT NOT NULL,
  prescription_number TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  count INTEGER NOT NULL,
  price INTEGER NOT NULL,
  total INTEGER NOT NULL,
  self_paid INTEGER NOT NULL,
  over_limit INTEGER NOT NULL,
  first_self_paid INTEGER NOT NULL,
  in_scope INTEGER NOT NULL,
  level TEXT NOT NULL,
  self_pay_ratio INTEGER NOT NULL,
  price_ceiling INTEGER,
  charge_type TEXT NOT NULL,
  PRIMARY KEY (settlement_id, position),
  CHECK (total = self_paid + over_limit + first_self_paid + in_scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE trace_sold (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('settlement', 'report')),
  reference TEXT NOT NULL,
  line_number TEXT NOT NULL,
  shop TEXT NOT NULL,
  insured INTEGER NOT NULL CHECK (insured IN (0, 1)),
  split INTEGER NOT NULL CHECK (split IN (0, 1)),
  sold_at INTEGER NOT NULL,
  freed_at INTEGER
) STRICT;
CREATE INDEX trace_sold_by_code ON trace_sold (code, freed_at);
CREATE INDEX trace_sold_by_reference ON trace_sold (reference);

CREATE TABLE goods_report (
  id INTEGER PRIMARY KEY,
  msgid TEXT NOT NULL,
  infno TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'return')),
  shop TEXT NOT NULL,
  at INTEGER NOT NULL,
  repeat_of INTEGER REFERENCES goods_report (id),
  content_key TEXT NOT NULL,
  settlement_id TEXT NOT NULL,
  visit_number TEXT NOT NULL,
  document_number TEXT NOT NULL,
  insured INTEGER NOT NULL CHECK (insured IN (0, 1)),
  national_code TEXT NOT NULL,
  shop_code TEXT NOT NULL,
  goods_name TEXT NOT NULL,
  batch_serial TEXT NOT NULL,
  count INTEGER NOT NULL,
  split INTEGER NOT NULL CHECK (split IN (0, 1)),
  person_number TEXT NOT NULL,
  document_kind TEXT NOT NULL,
  person_document TEXT NOT NULL,
  person_name TEXT NOT NULL,
  operator_name TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  trace_codes TEXT NOT NULL
) STRICT;
CREATE INDEX goods_report_by_content ON goods_report (content_key);
CREATE INDEX goods_report_by_visit ON goods_report (visit_number);

CREATE TABLE reversal (
  msgid TEXT PRIMARY KEY,
  original TEXT NOT NULL,
  accepted_at INTEGER NOT NULL,
  due_at INTEGER,
  done_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX reversal_due ON reversal (due_at) WHERE done_at IS NULL AND due_at IS NOT NULL;
CREATE INDEX reversal_by_original ON reversal (original);
`

/** In an order in which they can be emptied. */
export const TABLES = [
  ...['reversal', 'goods_report', 'trace_sold', 'settlement_line', 'settlement', 'good'],
  ...['account_entry', 'insurance', 'person', 'sign', 'message', 'setting'],
] as const
