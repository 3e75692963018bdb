import type { Migration } from './migration.ts'
import { firstSchema } from './0001-first-schema.ts'
import { undoingAndAudit } from './0002-undoing-and-audit.ts'
import { devicesAndPrinting } from './0003-devices-and-printing.ts'
import { shownCodes } from './0004-shown-codes.ts'
import { undoReasons } from './0005-undo-reasons.ts'

/** All migrations, in order. */
export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  undoingAndAudit,
  devicesAndPrinting,
  shownCodes,
  undoReasons,
]
