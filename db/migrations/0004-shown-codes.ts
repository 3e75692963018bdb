import { appendOnly } from './sql-text.ts'
import type { Migration } from './migration.ts'

/** Codes that the till shows and the customer scans to pay. Times are milliseconds since 1970, UTC. */
export const shownCodes: Migration = {
  number: 4,
  name: 'shown-codes',
  sql: `
CREATE TABLE shown_code (
  tender_id TEXT PRIMARY KEY REFERENCES tender (id),
  -- what the QR code holds, as the acquirer gave it
  code_text TEXT NOT NULL CHECK (length(code_text) BETWEEN 1 AND 512),
  -- from then on nobody may scan it any more: the order is closed
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
${appendOnly('shown_code')}
`,
}
