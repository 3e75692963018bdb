import { appendOnly } from './sql-text.ts'
import type { Migration } from './migration.ts'

/**
 * What devices need: settings made on the screen, the print queue, openings of the cash drawer. Times are milliseconds
 * since 1970, UTC.
 */
export const devicesAndPrinting: Migration = {
  number: 3,
  name: 'devices-and-printing',
  sql: `
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
CREATE INDEX print_job_open ON print_job (created_at) WHERE state NOT IN ('printed', 'cancelled');
CREATE INDEX print_job_by_sale ON print_job (sale_id) WHERE sale_id IS NOT NULL;
-- an original is printed once, whatever asks for it
CREATE UNIQUE INDEX print_job_one_original ON print_job (sale_id) WHERE what = 'receipt';
CREATE TRIGGER print_job_not_twice BEFORE UPDATE OF state ON print_job
  WHEN NEW.state IN ('waiting', 'printing') AND OLD.state IN ('printed', 'uncertain', 'incomplete', 'cancelled')
  BEGIN SELECT RAISE(ABORT, 'what may be on paper is not printed again'); END;

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
${appendOnly('drawer_opening')}

CREATE TABLE drawer_outcome (
  opening_id TEXT PRIMARY KEY REFERENCES drawer_opening (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'not-sent', 'uncertain')),
  problem TEXT,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
${appendOnly('drawer_outcome')}
`,
}
