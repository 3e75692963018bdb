import type Sqlite from 'better-sqlite3'
import type { ListLevel } from '../policy/split-line.ts'

/** What the centre knows of a good of the list. */
export type GoodRecord = {
  /** `med_list_codg` */
  readonly nationalCode: string
  readonly name: string
  readonly specification: string
  readonly dosageForm: string
  readonly level: ListLevel
  /** Ten-thousandths. */
  readonly selfPayRatio: number
  /** Micro-yuan a unit. */
  readonly priceCeiling: number | null
  /** `med_chrgitm_type`: 09 western drugs, 10 herbal slices, 11 Chinese patent drugs, 08 materials. */
  readonly chargeType: string
  /** `list_type` */
  readonly listType: string
  readonly essential: '0' | '1'
  readonly negotiated: '0' | '1'
  readonly traceRequired: 0 | 1
}

const GOOD = `SELECT national_code AS nationalCode, name, specification, dosage_form AS dosageForm, level,
  self_pay_ratio AS selfPayRatio, price_ceiling AS priceCeiling, charge_type AS chargeType, list_type AS listType,
  essential, negotiated, trace_required AS traceRequired FROM good`

const UPSERT = `INSERT OR REPLACE INTO good (national_code, name, specification, dosage_form, level, self_pay_ratio,
    price_ceiling, charge_type, list_type, essential, negotiated, trace_required)
  VALUES (@nationalCode, @name, @specification, @dosageForm, @level, @selfPayRatio, @priceCeiling, @chargeType,
    @listType, @essential, @negotiated, @traceRequired)`

/** The list of goods. */
export class Goods {
  readonly #byCode
  readonly #put
  readonly #all

  constructor(database: Sqlite.Database) {
    this.#byCode = database.prepare<[string], GoodRecord>(`${GOOD} WHERE national_code = ?`)
    this.#put = database.prepare(UPSERT)
    this.#all = database.prepare<[], GoodRecord>(`${GOOD} ORDER BY national_code`)
  }

  byCode(nationalCode: string): GoodRecord | undefined {
    return this.#byCode.get(nationalCode)
  }

  put(good: GoodRecord): void {
    this.#put.run(good)
  }

  all(): GoodRecord[] {
    return this.#all.all()
  }
}
