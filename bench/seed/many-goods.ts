import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseUnitPrice } from '../../core/money/decimal.ts'
import { hasGtinCheckDigit } from '../../core/scan/check-digit.ts'
import { openDatabase } from '../../db/connection/open-database.ts'
import { importGoods, type GoodsImportRow } from '../../db/goods/import-goods.ts'
import { MIGRATIONS } from '../../db/migrations/index.ts'
import { SEED_GOODS } from '../../sandbox/seed/goods.ts'

/** Milliseconds at which the file is made; far before any sale. */
const LONG_AGO = 1_600_000_000_000
/** Barcodes that begin with 21 are for a shop's own use, so none of them is a real good's. */
const BARCODE_START = 210_000_000_000
const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** The barcode of good `number` of {@link manyGoodsFolder}. */
export function barcodeOf(number: number): string {
  const twelve = String(BARCODE_START + number)
  const digit = DIGITS.find((one) => hasGtinCheckDigit(`${twelve}${one}`)) ?? 0
  return `${twelve}${digit}`
}

function row(number: number): GoodsImportRow {
  const like = SEED_GOODS[number % SEED_GOODS.length]
  if (like === undefined) throw new Error('the seed has no goods')
  const price = parseUnitPrice(like.price)
  if (!price.ok) throw new Error(price.refusal.code)
  return {
    code: `MANY-${number}`,
    name: `${like.name} ${number}`,
    specification: like.specification,
    manufacturer: like.manufacturer,
    unit: like.unit,
    price: price.value,
    packSize: like.packSize,
    splitUnit: like.splitUnit,
    splitPrice: undefined,
    nationalCode: like.nationalCode,
    prescriptionClass: '0',
    tracePolicy: 'exempt',
    active: true,
    initials: undefined,
    barcodes: [barcodeOf(number)],
    tracePrefixes: [],
    batches: [{ serial: '1', lotNumber: 'L1', manufacturedOn: '2025-01-01', expiresOn: '2099-01-01' }],
  }
}

/** A data directory whose database knows `count` goods, made once and kept under `cacheFolder`. */
export async function manyGoodsFolder(cacheFolder: string, count: number): Promise<string> {
  // another schema needs other goods
  const schema = createHash('sha256')
    .update(MIGRATIONS.map((migration) => migration.sql).join())
    .digest('hex')
    .slice(0, 8)
  const folder = join(cacheFolder, `goods-${count}-${schema}`)
  const done = join(folder, 'done')
  if (existsSync(done)) return folder
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const opened = openDatabase({ path: join(folder, 'till.db'), now: () => LONG_AGO })
  if (!opened.ok) throw new Error(opened.refusal.code)
  await importGoods(
    opened.value,
    Array.from({ length: count }, (_, number) => row(number)),
  )
  opened.value.close()
  mkdirSync(done)
  return folder
}
