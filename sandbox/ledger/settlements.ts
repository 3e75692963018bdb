import type Sqlite from 'better-sqlite3'

/** What one fund paid: stored with the settlement, a row of `setldetail`. Amounts in fen. */
export type StoredFund = {
  readonly amount: string
  readonly fundType: string
  readonly fundName: string
  readonly paid: number
  readonly limit: number
}

type Amounts = {
  readonly total: number
  readonly selfPaid: number
  readonly overLimit: number
  readonly firstSelfPaid: number
  readonly inScope: number
  readonly deductible: number
  /** Ten-thousandths. */
  readonly poolRatio: number
  readonly fundPaid: number
  readonly personPart: number
  readonly accountPaid: number
  readonly cashPaid: number
}

/** A settlement of a sale, or the cancellation of one with its amounts negative. */
export type SettlementRecord = Amounts & {
  readonly settlementId: string
  readonly visitId: string
  readonly msgid: string
  readonly infno: string
  readonly kind: 'sale' | 'cancellation'
  /** `reversed`: no query finds it any more. */
  readonly state: 'settled' | 'cancelled' | 'reversed'
  /** The sale that a cancellation cancels. */
  readonly cancels: string | null
  readonly shop: string
  readonly personNumber: string
  readonly insuranceId: number
  readonly medicalType: string
  readonly credentialType: string
  readonly settledAt: number
  readonly begunAt: number
  readonly operator: string
  readonly operatorName: string
  readonly diseaseCode: string
  readonly diseaseName: string
  readonly invoice: string
  readonly balanceAfter: number
  readonly clearingType: string
  readonly clearingWay: string
  readonly funds: readonly StoredFund[]
  readonly undoneAt: number | null
  readonly undoneBy: string | null
}

export type SettlementLine = {
  readonly settlementId: string
  readonly position: number
  /** `feedetl_sn` */
  readonly lineNumber: string
  readonly nationalCode: string
  readonly shopCode: string
  readonly prescriptionNumber: string
  readonly occurredAt: string
  readonly count: number
  readonly price: number
  readonly total: number
  readonly selfPaid: number
  readonly overLimit: number
  readonly firstSelfPaid: number
  readonly inScope: number
  readonly level: string
  readonly selfPayRatio: number
  readonly priceCeiling: number | null
  readonly chargeType: string
}

type Row = Omit<SettlementRecord, 'funds'> & { readonly funds: string }

/** Members of a record and their columns, in one order for reading and writing. */
const COLUMNS = {
  ...{ settlementId: 'settlement_id', visitId: 'visit_id', msgid: 'msgid', infno: 'infno', kind: 'kind' },
  ...{ state: 'state', cancels: 'cancels', shop: 'shop', personNumber: 'person_number' },
  ...{ insuranceId: 'insurance_id', medicalType: 'medical_type', credentialType: 'credential_type' },
  ...{ settledAt: 'settled_at', begunAt: 'begun_at', operator: 'operator', operatorName: 'operator_name' },
  ...{ diseaseCode: 'disease_code', diseaseName: 'disease_name', invoice: 'invoice', total: 'total' },
  ...{
    selfPaid: 'self_paid',
    overLimit: 'over_limit',
    firstSelfPaid: 'first_self_paid',
    inScope: 'in_scope',
  },
  ...{ deductible: 'deductible', poolRatio: 'pool_ratio', fundPaid: 'fund_paid', personPart: 'person_part' },
  ...{ accountPaid: 'account_paid', cashPaid: 'cash_paid', balanceAfter: 'balance_after' },
  ...{ clearingType: 'clearing_type', clearingWay: 'clearing_way', funds: 'funds' },
  ...{ undoneAt: 'undone_at', undoneBy: 'undone_by' },
} as const

const LINE_COLUMNS = {
  ...{ settlementId: 'settlement_id', position: 'position', lineNumber: 'line_number' },
  ...{ nationalCode: 'national_code', shopCode: 'shop_code', prescriptionNumber: 'prescription_number' },
  ...{ occurredAt: 'occurred_at', count: 'count', price: 'price', total: 'total', selfPaid: 'self_paid' },
  ...{ overLimit: 'over_limit', firstSelfPaid: 'first_self_paid', inScope: 'in_scope', level: 'level' },
  ...{ selfPayRatio: 'self_pay_ratio', priceCeiling: 'price_ceiling', chargeType: 'charge_type' },
} as const

const selectOf = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([member, column]) => `${column} AS ${member}`)
    .join(', ')
const insertOf = (table: string, columns: Readonly<Record<string, string>>): string =>
  `INSERT INTO ${table} (${Object.values(columns).join(', ')}) VALUES (${Object.keys(columns)
    .map((member) => `@${member}`)
    .join(', ')})`

const SELECT = `SELECT ${selectOf(COLUMNS)} FROM settlement`
const VISIBLE = `state <> 'reversed'`

// written by `add` and by nobody else
const recordOf = (row: Row): SettlementRecord => ({ ...row, funds: JSON.parse(row.funds) as StoredFund[] })

/** Settlements, cancellations and their lines. */
export class Settlements {
  readonly #add
  readonly #addLine
  readonly #byId
  readonly #byMessage
  readonly #ofPerson
  readonly #ofVisit
  readonly #all
  readonly #lines
  readonly #mark

  constructor(database: Sqlite.Database) {
    this.#add = database.prepare(insertOf('settlement', COLUMNS))
    this.#addLine = database.prepare(insertOf('settlement_line', LINE_COLUMNS))
    this.#byId = database.prepare<[string], Row>(`${SELECT} WHERE settlement_id = ?`)
    this.#byMessage = database.prepare<[string], Row>(`${SELECT} WHERE msgid = ?`)
    this.#ofPerson = database.prepare<[string, number, number], Row>(
      `${SELECT} WHERE person_number = ? AND settled_at BETWEEN ? AND ? AND ${VISIBLE} ORDER BY settled_at, msgid`,
    )
    this.#ofVisit = database.prepare<[string], Row>(
      `${SELECT} WHERE visit_id = ? AND ${VISIBLE} ORDER BY settled_at, msgid`,
    )
    this.#all = database.prepare<[], Row>(`${SELECT} ORDER BY settled_at, settlement_id`)
    this.#lines = database.prepare<[string], SettlementLine>(
      `SELECT ${selectOf(LINE_COLUMNS)} FROM settlement_line WHERE settlement_id = ? ORDER BY position`,
    )
    this.#mark = database.prepare<[string, number | null, string | null, string]>(
      'UPDATE settlement SET state = ?, undone_at = ?, undone_by = ? WHERE settlement_id = ?',
    )
  }

  add(record: SettlementRecord, lines: readonly Omit<SettlementLine, 'settlementId'>[]): void {
    this.#add.run({ ...record, funds: JSON.stringify(record.funds) })
    for (const line of lines) this.#addLine.run({ ...line, settlementId: record.settlementId })
  }

  /** Reversed ones included: the ledger forgets nothing. */
  byId(settlementId: string): SettlementRecord | undefined {
    const row = this.#byId.get(settlementId)
    return row === undefined ? undefined : recordOf(row)
  }

  /** Reversed ones included. */
  byMessage(msgid: string): SettlementRecord | undefined {
    const row = this.#byMessage.get(msgid)
    return row === undefined ? undefined : recordOf(row)
  }

  /** Of one person in a period, without reversed ones. */
  ofPerson(personNumber: string, from: number, to: number): SettlementRecord[] {
    return this.#ofPerson.all(personNumber, from, to).map(recordOf)
  }

  /** Of one visit, without reversed ones. */
  ofVisit(visitId: string): SettlementRecord[] {
    return this.#ofVisit.all(visitId).map(recordOf)
  }

  /** Everything, reversed ones included. */
  all(): SettlementRecord[] {
    return this.#all.all().map(recordOf)
  }

  linesOf(settlementId: string): SettlementLine[] {
    return this.#lines.all(settlementId)
  }

  mark(settlementId: string, state: SettlementRecord['state'], undone?: { at: number; by: string }): void {
    this.#mark.run(state, undone?.at ?? null, undone?.by ?? null, settlementId)
  }
}
