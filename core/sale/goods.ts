import type { UnitPrice } from '../money/decimal.ts'

/** 处方药标志 `rx_flag`: 0 over the counter, 1 prescription, 2 both. */
export type PrescriptionClass = '0' | '1' | '2'

/**
 * Whether a box of this good must show a trace code before settlement. `exempt` covers what the rule leaves out
 * (herbal slices, granules) and stock on the shop's no-code list (无码库).
 */
export type TracePolicy = 'required' | 'exempt'

/** The batch that a line is sold from; fields as 3505A wants them. Dates are yyyy-MM-dd. */
export type Batch = {
  readonly id: number
  /** `fixmedins_bchno` */
  readonly serial: string
  /** `manu_lotnum` */
  readonly lotNumber: string
  /** `manu_date` */
  readonly manufacturedOn: string
  /** `expy_end` */
  readonly expiresOn: string | undefined
}

/** One sellable good as the shop keeps it. */
export type Goods = {
  readonly id: number
  /** The shop's own code: `fixmedins_hilist_id` / `medins_list_codg`. */
  readonly code: string
  readonly name: string
  readonly specification: string
  readonly manufacturer: string
  /** Sales unit, e.g. 盒. */
  readonly unit: string
  /** Price of one sales unit. */
  readonly price: UnitPrice
  /** Split units in one sales unit, e.g. 24 capsules; 1 when a pack cannot be split. */
  readonly packSize: number
  /** Unit of a split sale, e.g. 粒. */
  readonly splitUnit: string
  /** Price of one split unit. */
  readonly splitPrice: UnitPrice | undefined
  /** `med_list_codg`; without it the good is always paid by the customer. */
  readonly nationalCode: string | undefined
  readonly prescriptionClass: PrescriptionClass
  readonly tracePolicy: TracePolicy
  /** First barcode, for `drug_prod_barc`. */
  readonly barcode: string | undefined
}
