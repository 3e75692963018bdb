import type { Fen } from '../money/fen.ts'

/** 就诊凭证类型 `mdtrt_cert_type`: 01 e-credential token, 02 identity document, 03 social-security card. */
export const CREDENTIAL_TYPES = ['01', '02', '03'] as const
export type CredentialType = (typeof CREDENTIAL_TYPES)[number]

/** What a person presents at the counter. */
export type Credential = {
  readonly type: CredentialType
  /** `mdtrt_cert_no`: the ecToken (01), the document number (02), the card number (03). */
  readonly number: string
  /** `card_sn`: card identification code; needed with type 03. */
  readonly cardSerial?: string
  /** `psn_cert_type`: document kind (01 resident ID card, 04 Hong Kong/Macau, 06 Taiwan, …); only with type 02 and other documents. */
  readonly documentKind?: string
  /** `psn_name`: needed by the centre for documents whose number alone is not unique. */
  readonly personName?: string
}

/** One insurance of a person: a row of 1101 `insuinfo`. */
export type Insurance = {
  /** `insutype`, e.g. 310 employees, 390 residents. */
  readonly insuranceType: string
  /** `psn_insu_stas`: 1 normal; anything else, or absent, cannot be presumed to settle. */
  readonly status: string | undefined
  /** `balc`: personal account balance. */
  readonly balance: Fen
  /** `psn_type` */
  readonly personType: string
  /** `cvlserv_flag` */
  readonly civilServant: string
  /** `insuplc_admdvs`: six digits, where the person is insured. */
  readonly place: string
  /** `emp_name` */
  readonly employer: string | undefined
}

/** Who 1101 says is standing there. Personal data: never log it. */
export type Person = {
  /** `psn_no` */
  readonly personNumber: string
  readonly documentKind: string
  /** `certno` */
  readonly documentNumber: string
  readonly name: string
  /** `gend` */
  readonly gender: string
  /** `brdy`, yyyy-MM-dd */
  readonly birthDate: string | undefined
  readonly insurances: readonly Insurance[]
}
