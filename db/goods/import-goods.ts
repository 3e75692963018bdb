import type { UnitPrice } from '../../core/money/decimal.ts'
import type { PrescriptionClass, TracePolicy } from '../../core/sale/goods.ts'
import { recordChange } from '../audit/recorder.ts'
import type { WritableDb } from '../connection/database.ts'
import { loadSpeller, type Initials } from './initials.ts'

/** One good of a goods file, already checked: lengths, dates and codes as the schema wants them. */
export type GoodsImportRow = {
  /** The shop's own code: what says whether the good is new. */
  readonly code: string
  readonly name: string
  readonly specification: string
  readonly manufacturer: string
  readonly unit: string
  readonly price: UnitPrice
  readonly packSize: number
  readonly splitUnit: string
  readonly splitPrice: UnitPrice | undefined
  readonly nationalCode: string | undefined
  readonly prescriptionClass: PrescriptionClass
  readonly tracePolicy: TracePolicy
  readonly active: boolean
  /** The shop's own initials for the good, found besides those made from the name. */
  readonly initials: string | undefined
  /** The first one goes into reports as `drug_prod_barc`. */
  readonly barcodes: readonly string[]
  /** First digits of trace codes that mean this good. */
  readonly tracePrefixes: readonly string[]
  readonly batches: readonly GoodsImportBatch[]
}

/** Dates are yyyy-MM-dd. */
export type GoodsImportBatch = {
  readonly serial: string
  readonly lotNumber: string
  readonly manufacturedOn: string
  readonly expiresOn: string | undefined
}

export type GoodsImportReport = {
  readonly added: number
  readonly updated: number
  /** Prefixes that an earlier row of the same file claimed already; the earlier row keeps them. */
  readonly prefixConflicts: readonly { readonly prefix: string; readonly code: string }[]
}

export type GoodsImportProgress = {
  readonly phase: 'spelling' | 'storing'
  readonly done: number
  readonly of: number
}

const ROWS_PER_STEP = 500

/**
 * Brings goods into the database, all of them or none: new ones by their code are added, known ones updated. Barcodes
 * become those of the row; batches are added or corrected and never taken away (sold lines point to them); prefixes that
 * cashiers taught stay, unless the file gives them to another good. Initials are made before the transaction, in steps
 * that let the event loop run; the transaction itself holds the thread for about a second per 50 000 goods.
 * `onProgress` is called about every 500 rows. Throws what SQLite throws when a row breaks the schema.
 */
export async function importGoods(
  db: WritableDb,
  rows: readonly GoodsImportRow[],
  onProgress: (progress: GoodsImportProgress) => void = () => undefined,
): Promise<GoodsImportReport> {
  const spellings = await spellAll(rows, onProgress)
  return db.transaction(() => {
    const store = goodsStore(db)
    let added = 0
    const prefixOwners = new Map<string, string>()
    const prefixConflicts: { prefix: string; code: string }[] = []
    for (const [index, row] of rows.entries()) {
      const initials = spellings[index] ?? []
      const stored = store.putGoods(row, initials[0] ?? '')
      if (stored.isNew) added += 1
      store.putInitials(stored.id, initials, stored.isNew)
      store.putBarcodes(stored.id, row.barcodes, stored.isNew)
      const mine = row.tracePrefixes.filter((prefix) => {
        const owner = prefixOwners.get(prefix) ?? row.code
        if (owner !== row.code) prefixConflicts.push({ prefix, code: row.code })
        else prefixOwners.set(prefix, row.code)
        return owner === row.code
      })
      store.putPrefixes(stored.id, mine, stored.isNew)
      store.putBatches(stored.id, row.batches)
      if ((index + 1) % ROWS_PER_STEP === 0)
        onProgress({ phase: 'storing', done: index + 1, of: rows.length })
    }
    const updated = rows.length - added
    recordChange(db, { name: 'goods.imported', subject: 'goods', detail: { added, updated } })
    return { added, updated, prefixConflicts }
  })
}

async function spellAll(
  rows: readonly GoodsImportRow[],
  onProgress: (progress: GoodsImportProgress) => void,
): Promise<Initials[]> {
  const spell = await loadSpeller()
  const all: Initials[] = []
  for (const row of rows) {
    const own = row.initials?.toLowerCase().replace(/[^a-z0-9]/g, '') ?? ''
    const made = spell(row.name)
    all.push(own === '' ? made : [own, ...made.filter((spelling) => spelling !== own)])
    if (all.length % ROWS_PER_STEP === 0) {
      onProgress({ phase: 'spelling', done: all.length, of: rows.length })
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return all
}

const UPSERT_GOODS = `INSERT INTO goods (code, name, specification, manufacturer, unit, price_micro, pack_size, split_unit,
  split_price_micro, national_code, prescription_class, trace_policy, active, initials)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, specification = excluded.specification,
  manufacturer = excluded.manufacturer, unit = excluded.unit, price_micro = excluded.price_micro,
  pack_size = excluded.pack_size, split_unit = excluded.split_unit, split_price_micro = excluded.split_price_micro,
  national_code = excluded.national_code, prescription_class = excluded.prescription_class,
  trace_policy = excluded.trace_policy, active = excluded.active, initials = excluded.initials`

type GoodsStore = {
  readonly putGoods: (
    row: GoodsImportRow,
    initials: string,
  ) => { readonly id: number; readonly isNew: boolean }
  readonly putInitials: (goodsId: number, initials: Initials, isNew: boolean) => void
  readonly putBarcodes: (goodsId: number, barcodes: readonly string[], isNew: boolean) => void
  readonly putPrefixes: (goodsId: number, prefixes: readonly string[], isNew: boolean) => void
  readonly putBatches: (goodsId: number, batches: readonly GoodsImportBatch[]) => void
}

function goodsStore(db: WritableDb): GoodsStore {
  const idOf = db.read<{ id: number }>('SELECT id FROM goods WHERE code = ?')
  const upsertGoods = db.write(UPSERT_GOODS)
  const dropInitials = db.write('DELETE FROM goods_initials WHERE goods_id = ?')
  const addInitials = db.write('INSERT INTO goods_initials (initials, goods_id) VALUES (?, ?)')
  const dropBarcodes = db.write('DELETE FROM goods_barcode WHERE goods_id = ?')
  const addBarcode = db.write(
    'INSERT INTO goods_barcode (barcode, goods_id, position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  // what a cashier taught has a time; what came from a file has none
  const dropPrefixes = db.write('DELETE FROM trace_prefix WHERE goods_id = ? AND learned_at IS NULL')
  const addPrefix = db.write(
    `INSERT INTO trace_prefix (prefix, goods_id) VALUES (?, ?) ON CONFLICT (prefix)
     DO UPDATE SET goods_id = excluded.goods_id, learned_at = NULL, learned_by = NULL WHERE goods_id <> excluded.goods_id`,
  )
  const putBatch = db.write(
    `INSERT INTO goods_batch (goods_id, serial, lot_number, manufactured_on, expires_on) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (goods_id, serial) DO UPDATE SET lot_number = excluded.lot_number,
     manufactured_on = excluded.manufactured_on, expires_on = excluded.expires_on`,
  )
  return {
    putGoods: (row, initials) => {
      const before = idOf.get(row.code)?.id
      const outcome = upsertGoods.run(
        row.code,
        row.name,
        row.specification,
        row.manufacturer,
        row.unit,
        row.price,
        row.packSize,
        row.splitUnit,
        row.splitPrice ?? null,
        row.nationalCode ?? null,
        row.prescriptionClass,
        row.tracePolicy,
        row.active ? 1 : 0,
        initials,
      )
      return before === undefined
        ? { id: outcome.lastInsertRowid, isNew: true }
        : { id: before, isNew: false }
    },
    putInitials: (goodsId, initials, isNew) => {
      if (!isNew) dropInitials.run(goodsId)
      for (const spelling of initials) addInitials.run(spelling, goodsId)
    },
    putBarcodes: (goodsId, barcodes, isNew) => {
      if (!isNew) dropBarcodes.run(goodsId)
      for (const [position, barcode] of barcodes.entries()) addBarcode.run(barcode, goodsId, position)
    },
    putPrefixes: (goodsId, prefixes, isNew) => {
      if (!isNew) dropPrefixes.run(goodsId)
      for (const prefix of prefixes) addPrefix.run(prefix, goodsId)
    },
    putBatches: (goodsId, batches) => {
      for (const batch of batches) {
        putBatch.run(goodsId, batch.serial, batch.lotNumber, batch.manufacturedOn, batch.expiresOn ?? null)
      }
    },
  }
}
