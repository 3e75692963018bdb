import type { Migration } from './migration.ts'

/** Why a payment went back before its sale was completed: chosen by whoever gives it back. */
export const undoReasons: Migration = {
  number: 5,
  name: 'undo-reasons',
  sql: `
ALTER TABLE tender ADD COLUMN undo_reason TEXT CHECK (undo_reason IS NULL OR length(undo_reason) BETWEEN 1 AND 200);
`,
}
