import type Sqlite from 'better-sqlite3'

/** A special identity of a person: a row of 1101 `idetinfo`. */
export type Identity = {
  readonly type: string
  readonly level: string
  readonly begin: string
  readonly end: string
}

export type PersonRecord = {
  readonly personNumber: string
  readonly documentKind: string
  readonly documentNumber: string
  readonly name: string
  readonly gender: string
  readonly nation: string
  /** yyyy-MM-dd */
  readonly birthDate: string
  readonly ecToken: string | null
  readonly cardNumber: string | null
  readonly cardSerial: string | null
  readonly identities: readonly Identity[]
}

/** One insurance with its account; amounts in fen. */
export type InsuranceRecord = {
  readonly id: number
  readonly personNumber: string
  readonly insuranceType: string
  readonly place: string
  readonly personType: string
  /** `psn_insu_stas`: 1 normal, 2 suspended, 4 ended. */
  readonly status: string
  readonly since: string
  readonly pausedOn: string
  readonly civilServant: '0' | '1'
  readonly employer: string
  readonly plan: string
  readonly balance: number
  readonly deductibleUsed: number
  readonly poolUsed: number
}

export type NewInsurance = Omit<InsuranceRecord, 'id' | 'personNumber'>

type PersonRow = Omit<PersonRecord, 'identities'> & { readonly identities: string }

const PERSON = `SELECT person_number AS personNumber, document_kind AS documentKind, document_number AS documentNumber,
  name, gender, nation, birth_date AS birthDate, ec_token AS ecToken, card_number AS cardNumber,
  card_serial AS cardSerial, identities FROM person`

const INSURANCE = `SELECT id, person_number AS personNumber, insurance_type AS insuranceType, place,
  person_type AS personType, status, since, paused_on AS pausedOn, civil_servant AS civilServant, employer, plan,
  balance, deductible_used AS deductibleUsed, pool_used AS poolUsed FROM insurance`

const UPSERT_PERSON = `INSERT INTO person (person_number, document_kind, document_number, name, gender, nation,
    birth_date, ec_token, card_number, card_serial, identities)
  VALUES (@personNumber, @documentKind, @documentNumber, @name, @gender, @nation, @birthDate, @ecToken, @cardNumber,
    @cardSerial, @identities)
  ON CONFLICT (person_number) DO UPDATE SET document_kind = excluded.document_kind,
    document_number = excluded.document_number, name = excluded.name, gender = excluded.gender,
    nation = excluded.nation, birth_date = excluded.birth_date, ec_token = excluded.ec_token,
    card_number = excluded.card_number, card_serial = excluded.card_serial, identities = excluded.identities`

const UPSERT_INSURANCE = `INSERT INTO insurance (person_number, insurance_type, place, person_type, status, since,
    paused_on, civil_servant, employer, plan, balance, deductible_used, pool_used)
  VALUES (@personNumber, @insuranceType, @place, @personType, @status, @since, @pausedOn, @civilServant, @employer,
    @plan, 0, @deductibleUsed, @poolUsed)
  ON CONFLICT (person_number, insurance_type, place) DO UPDATE SET person_type = excluded.person_type,
    status = excluded.status, since = excluded.since, paused_on = excluded.paused_on,
    civil_servant = excluded.civil_servant, employer = excluded.employer, plan = excluded.plan,
    deductible_used = excluded.deductible_used, pool_used = excluded.pool_used
  RETURNING id, balance`

function personOf(row: PersonRow): PersonRecord {
  const identities: unknown = JSON.parse(row.identities)
  // written by `put` and by nobody else
  return { ...row, identities: identities as Identity[] }
}

/** Who is insured, and how. */
export class People {
  readonly #byNumber
  readonly #byToken
  readonly #byDocument
  readonly #byCard
  readonly #all
  readonly #insurances
  readonly #insurance
  readonly #insuranceById
  readonly #putPerson
  readonly #putInsurance
  readonly #useUp

  constructor(database: Sqlite.Database) {
    this.#byNumber = database.prepare<[string], PersonRow>(`${PERSON} WHERE person_number = ?`)
    this.#byToken = database.prepare<[string], PersonRow>(`${PERSON} WHERE ec_token = ?`)
    this.#byDocument = database.prepare<[string], PersonRow>(`${PERSON} WHERE document_number = ?`)
    this.#byCard = database.prepare<[string, string], PersonRow>(
      `${PERSON} WHERE card_number = ? AND card_serial = ?`,
    )
    this.#all = database.prepare<[], PersonRow>(`${PERSON} ORDER BY person_number`)
    this.#insurances = database.prepare<[string], InsuranceRecord>(
      `${INSURANCE} WHERE person_number = ? ORDER BY id`,
    )
    this.#insurance = database.prepare<[string, string, string], InsuranceRecord>(
      `${INSURANCE} WHERE person_number = ? AND insurance_type = ? AND place = ?`,
    )
    this.#insuranceById = database.prepare<[number], InsuranceRecord>(`${INSURANCE} WHERE id = ?`)
    this.#putPerson = database.prepare(UPSERT_PERSON)
    this.#putInsurance = database.prepare<[object], { id: number; balance: number }>(UPSERT_INSURANCE)
    this.#useUp = database.prepare<[number, number, number]>(
      `UPDATE insurance SET deductible_used = max(0, deductible_used + ?), pool_used = max(0, pool_used + ?)
       WHERE id = ?`,
    )
  }

  byNumber(personNumber: string): PersonRecord | undefined {
    return this.#one(this.#byNumber.get(personNumber))
  }

  byToken(token: string): PersonRecord | undefined {
    return this.#one(this.#byToken.get(token))
  }

  /** Several people may carry documents of different kinds with the same number. */
  byDocument(number: string): PersonRecord[] {
    return this.#byDocument.all(number).map(personOf)
  }

  byCard(number: string, serial: string): PersonRecord | undefined {
    return this.#one(this.#byCard.get(number, serial))
  }

  all(): PersonRecord[] {
    return this.#all.all().map(personOf)
  }

  insurancesOf(personNumber: string): InsuranceRecord[] {
    return this.#insurances.all(personNumber)
  }

  insurance(personNumber: string, type: string, place: string): InsuranceRecord | undefined {
    return this.#insurance.get(personNumber, type, place)
  }

  insuranceById(id: number): InsuranceRecord | undefined {
    return this.#insuranceById.get(id)
  }

  put(person: PersonRecord): void {
    this.#putPerson.run({ ...person, identities: JSON.stringify(person.identities) })
  }

  /** Adds or changes an insurance; its balance stays what the account entries say. Returns identifier and that balance. */
  putInsurance(
    personNumber: string,
    insurance: Omit<NewInsurance, 'balance'>,
  ): { readonly id: number; readonly balance: number } {
    const row = this.#putInsurance.get({ ...insurance, personNumber })
    if (row === undefined) throw new Error('an upsert returns its row')
    return row
  }

  /** Adds to (or, negative, gives back of) the year's deductible and pooled payments. */
  useUp(insuranceId: number, deductible: number, pool: number): void {
    this.#useUp.run(deductible, pool, insuranceId)
  }

  #one(row: PersonRow | undefined): PersonRecord | undefined {
    return row === undefined ? undefined : personOf(row)
  }
}
