import type { WireObject } from '../../insurance/catalogue/exact-json.ts'
import type { Answered, CentreConfig, Institution } from '../config/centre-config.ts'
import type { Ledger } from '../ledger/ledger.ts'

/** A request that passed envelope and field checks. */
export type Call = {
  readonly infno: Answered
  readonly msgid: string
  /** Epoch milliseconds of the centre's clock. */
  readonly at: number
  /** Number of this request in the ledger: serials are made of it. */
  readonly serial: number
  /** `insuplc_admdvs`, empty when the request is about nobody. */
  readonly place: string
  readonly shop: Institution
  readonly operator: string
  readonly operatorName: string
  readonly signNumber: string
  readonly input: WireObject
}

/** What a transaction works on. */
export type Centre = { readonly ledger: Ledger; readonly config: CentreConfig }

/** A wire answer: amounts are text here, whatever they travel as. */
export type Output = string | null | readonly Output[] | { readonly [name: string]: Output }

export type Reply =
  | {
      readonly accepted: true
      readonly output: Output
      /** What changed in the ledger, for its message log; empty for nothing. */
      readonly effect: string
    }
  | { readonly accepted: false; readonly message: string }

/** A step on the way to a reply: its value, or the sentence of the refusal. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

export type Handler = (call: Call, centre: Centre) => Reply

export const passed = <T>(value: T): Checked<T> => ({ ok: true, value })
export const failed = (message: string): { readonly ok: false; readonly message: string } => ({
  ok: false,
  message,
})
export const answered = (output: Output, effect = ''): Reply => ({ accepted: true, output, effect })
export const refused = (message: string): Reply => ({ accepted: false, message })
