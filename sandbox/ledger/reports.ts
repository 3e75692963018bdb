import type Sqlite from 'better-sqlite3'

/** One row of a sales or return report. */
export type ReportRecord = {
  readonly id: number
  readonly msgid: string
  readonly infno: string
  readonly kind: 'sale' | 'return'
  readonly shop: string
  readonly at: number
  /** The same row sent before. */
  readonly repeatOf: number | null
  readonly contentKey: string
  readonly settlementId: string
  /** `mdtrt_sn` */
  readonly visitNumber: string
  /** `rtal_docno`; of a return `medins_prod_sel_no`. */
  readonly documentNumber: string
  readonly insured: 0 | 1
  readonly nationalCode: string
  readonly shopCode: string
  readonly goodsName: string
  readonly batchSerial: string
  /** 1e-4 units. */
  readonly count: number
  readonly split: 0 | 1
  readonly personNumber: string
  readonly documentKind: string
  readonly personDocument: string
  readonly personName: string
  readonly operatorName: string
  readonly occurredAt: string
  readonly traceCodes: readonly string[]
}

type Row = Omit<ReportRecord, 'traceCodes'> & { readonly traceCodes: string }

const COLUMNS = {
  ...{ msgid: 'msgid', infno: 'infno', kind: 'kind', shop: 'shop', at: 'at', repeatOf: 'repeat_of' },
  ...{ contentKey: 'content_key', settlementId: 'settlement_id', visitNumber: 'visit_number' },
  ...{ documentNumber: 'document_number', insured: 'insured', nationalCode: 'national_code' },
  ...{ shopCode: 'shop_code', goodsName: 'goods_name', batchSerial: 'batch_serial', count: 'count' },
  ...{ split: 'split', personNumber: 'person_number', documentKind: 'document_kind' },
  ...{ personDocument: 'person_document', personName: 'person_name', operatorName: 'operator_name' },
  ...{ occurredAt: 'occurred_at', traceCodes: 'trace_codes' },
} as const

const SELECT = `SELECT id, ${Object.entries(COLUMNS)
  .map(([member, column]) => `${column} AS ${member}`)
  .join(', ')} FROM goods_report`

// written by `add` and by nobody else
const recordOf = (row: Row): ReportRecord => ({ ...row, traceCodes: JSON.parse(row.traceCodes) as string[] })

/** What shops reported as sold and as taken back. */
export class Reports {
  readonly #add
  readonly #first
  readonly #all
  readonly #sales

  constructor(database: Sqlite.Database) {
    this.#add = database.prepare(
      `INSERT INTO goods_report (${Object.values(COLUMNS).join(', ')})
       VALUES (${Object.keys(COLUMNS)
         .map((member) => `@${member}`)
         .join(', ')})`,
    )
    this.#first = database.prepare<[string], { id: number }>(
      'SELECT id FROM goods_report WHERE content_key = ? AND repeat_of IS NULL',
    )
    this.#all = database.prepare<[], Row>(`${SELECT} ORDER BY id`)
    this.#sales = database.prepare<[string], Row>(
      `${SELECT} WHERE shop = ? AND kind = 'sale' AND repeat_of IS NULL ORDER BY id`,
    )
  }

  add(report: Omit<ReportRecord, 'id'>): void {
    this.#add.run({ ...report, traceCodes: JSON.stringify(report.traceCodes) })
  }

  /** The row with the same content that was taken first. */
  firstWith(contentKey: string): number | undefined {
    return this.#first.get(contentKey)?.id
  }

  all(): ReportRecord[] {
    return this.#all.all().map(recordOf)
  }

  /** Sales of a shop, repeats left out. */
  salesOf(shop: string): ReportRecord[] {
    return this.#sales.all(shop).map(recordOf)
  }
}
