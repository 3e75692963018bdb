import { unitPrice } from '../../core/money/decimal.ts'
import type { WritableDb } from '../connection/database.ts'
import type { GoodsImportRow } from '../goods/import-goods.ts'

/** One row of a goods file; what a test is about is given, the rest is ordinary. */
export function goodsRow(row: Partial<GoodsImportRow> & { readonly code: string }): GoodsImportRow {
  return {
    name: `药品${row.code}`,
    specification: '0.25g*24粒',
    manufacturer: '某某制药',
    unit: '盒',
    price: unitPrice(12_500_000),
    packSize: 1,
    splitUnit: '',
    splitPrice: undefined,
    nationalCode: undefined,
    prescriptionClass: '0',
    tracePolicy: 'required',
    active: true,
    initials: undefined,
    barcodes: [],
    tracePrefixes: [],
    batches: [],
    ...row,
  }
}

/** Words of drug names and their initials. */
const WORDS: readonly (readonly [string, string])[] = [
  ['阿莫西林', 'amxl'],
  ['布洛芬', 'blf'],
  ['复方', 'ff'],
  ['丹参', 'ds'],
  ['六味地黄', 'lwdh'],
  ['参苓白术', 'slbz'],
  ['盐酸', 'ys'],
  ['二甲双胍', 'ejsg'],
  ['感冒灵', 'gml'],
  ['维生素C', 'wssc'],
  ['维生素B12', 'wssb12'],
  ['板蓝根', 'blg'],
  ['连花清瘟', 'lhqw'],
  ['苯磺酸', 'bhs'],
  ['氨氯地平', 'aldp'],
  ['阿托伐他汀', 'atftt'],
  ['缓释', 'hs'],
  ['头孢', 'tb'],
  ['克肟', 'kw'],
  ['999', '999'],
]
const FORMS: readonly (readonly [string, string])[] = [
  ['片', 'p'],
  ['胶囊', 'jn'],
  ['颗粒', 'kl'],
  ['滴丸', 'dw'],
  ['散', 's'],
  ['口服液', 'kfy'],
  ['注射液', 'zsy'],
  ['软膏', 'rg'],
]

/** A catalogue of `count` goods, the same each time, with names put together from real words. */
export function catalogue(count: number): GoodsImportRow[] {
  return Array.from({ length: count }, (_, index) => {
    const parts = [1, WORDS.length, WORDS.length ** 2].map(
      (step) => WORDS[Math.floor(index / step) % WORDS.length],
    )
    parts.push(FORMS[index % FORMS.length])
    const name = parts.map((part) => part?.[0] ?? '').join('')
    const serial = String(index).padStart(7, '0')
    return goodsRow({
      code: `G${serial}`,
      name: index % 3 > 0 ? name : `${name}(${(index % 50) + 1}mg*${(index % 30) + 6}粒)`,
      initials: parts.map((part) => part?.[1] ?? '').join(''),
      nationalCode: index % 2 === 0 ? `XA${serial}A001` : undefined,
      barcodes: [`690${serial}001`],
      tracePrefixes: [`8${String(index).padStart(6, '0')}`],
      batches: [{ serial: 'B1', lotNumber: 'L1', manufacturedOn: '2025-01-01', expiresOn: '2027-12-31' }],
    })
  })
}

/** Puts the catalogue into a database without the import's work on names: for tests that need many goods quickly. */
export function fillCatalogue(db: WritableDb, count: number, firstId = 1): void {
  const add = db.write(
    `INSERT INTO goods (id, code, name, specification, manufacturer, unit, price_micro, national_code,
     prescription_class, trace_policy, initials) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '0', 'required', ?)`,
  )
  const addInitials = db.write('INSERT INTO goods_initials (initials, goods_id) VALUES (?, ?)')
  const addBarcode = db.write('INSERT INTO goods_barcode (barcode, goods_id) VALUES (?, ?)')
  const addPrefix = db.write('INSERT INTO trace_prefix (prefix, goods_id) VALUES (?, ?)')
  db.transaction(() => {
    for (const [index, row] of catalogue(count).entries()) {
      const id = firstId + index
      const { code, name, specification, manufacturer, unit, price, nationalCode, initials = '' } = row
      add.run(id, code, name, specification, manufacturer, unit, price, nationalCode ?? null, initials)
      addInitials.run(initials, id)
      for (const barcode of row.barcodes) addBarcode.run(barcode, id)
      for (const prefix of row.tracePrefixes) addPrefix.run(prefix, id)
    }
  })
}
