import type { CredentialType, Insurance, Person } from '../../core/identity/person.ts'
import type { Fen } from '../../core/money/fen.ts'
import { invariant } from '../../core/result.ts'
import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

export type IdentificationRow = {
  readonly id: string
  readonly sale_id: string
  readonly credential_type: CredentialType
  readonly credential_number: string
  readonly card_serial: string | null
  readonly person_number: string
  readonly document_kind: string
  readonly document_number: string
  readonly person_name: string
  readonly gender: string
  readonly birth_date: string | null
  readonly chosen_position: number | null
  readonly account_used: 0 | 1
}

type InsuranceRow = {
  readonly position: number
  readonly insurance_type: string
  readonly status: string | null
  readonly balance_fen: Fen
  readonly person_type: string
  readonly civil_servant: string
  readonly place: string
  readonly employer: string | null
}

/** An insurance with the position it was given under. */
export type PositionedInsurance = Insurance & { readonly position: number }

const COLUMNS = `id, sale_id, credential_type, credential_number, card_serial, person_number, document_kind,
  document_number, person_name, gender, birth_date, chosen_position, account_used`

/** Who the sale is for now, if anybody was identified. */
export function currentIdentification(db: ReadableDb, saleId: string): IdentificationRow | undefined {
  return db
    .read<IdentificationRow>(`SELECT ${COLUMNS} FROM identification WHERE sale_id = ? AND dropped_at IS NULL`)
    .get(saleId)
}

/** One identification by its id, dropped or not. */
export function identificationById(db: ReadableDb, id: string): IdentificationRow | undefined {
  return db.read<IdentificationRow>(`SELECT ${COLUMNS} FROM identification WHERE id = ?`).get(id)
}

/** The insurances that 1101 gave, in its order. */
export function insurancesOf(db: ReadableDb, identificationId: string): PositionedInsurance[] {
  return db
    .read<InsuranceRow>(
      `SELECT position, insurance_type, status, balance_fen, person_type, civil_servant, place, employer
       FROM identified_insurance WHERE identification_id = ? ORDER BY position`,
    )
    .all(identificationId)
    .map((row) => ({
      position: row.position,
      insuranceType: row.insurance_type,
      status: row.status ?? undefined,
      balance: row.balance_fen,
      personType: row.person_type,
      civilServant: row.civil_servant,
      place: row.place,
      employer: row.employer ?? undefined,
    }))
}

/** Drops whoever the sale was for. */
export function dropIdentification(db: WritableDb, saleId: string, at: number): void {
  const dropped = db
    .write('UPDATE identification SET dropped_at = ? WHERE sale_id = ? AND dropped_at IS NULL')
    .run(at, saleId)
  if (dropped.changes > 0) recordChange(db, { name: 'identification.dropped', subject: saleId })
}

/** A person as 1101 gave them, with what was presented and chosen. */
export type NewIdentification = {
  readonly id: string
  readonly saleId: string
  readonly exchangeId: number
  readonly credential: {
    readonly type: CredentialType
    readonly number: string
    readonly cardSerial: string | null
  }
  readonly person: Person
  readonly chosenPosition: number | null
  readonly accountUsed: boolean
  readonly at: number
}

/** Stores a person whom 1101 identified for a sale, in place of anybody before. */
export function insertIdentification(db: WritableDb, identification: NewIdentification): void {
  dropIdentification(db, identification.saleId, identification.at)
  store(db, identification, null)
}

/** Stores a person whom 1101 identified to undo what a sale did; who the sale is for stays as it is. */
export function insertPassingIdentification(db: WritableDb, identification: NewIdentification): void {
  store(db, identification, identification.at)
}

/** Makes the person of one identification the person of a new sale: nobody has to show anything again. */
export function copyIdentification(
  db: WritableDb,
  fromId: string,
  copy: { readonly id: string; readonly saleId: string },
): void {
  const row = db
    .read<IdentificationRow & { readonly exchange_id: number; readonly identified_at: number }>(
      `SELECT ${COLUMNS}, exchange_id, identified_at FROM identification WHERE id = ?`,
    )
    .get(fromId)
  invariant(row !== undefined, 'an identification to copy')
  store(
    db,
    {
      id: copy.id,
      saleId: copy.saleId,
      exchangeId: row.exchange_id,
      credential: { type: row.credential_type, number: row.credential_number, cardSerial: row.card_serial },
      person: {
        personNumber: row.person_number,
        documentKind: row.document_kind,
        documentNumber: row.document_number,
        name: row.person_name,
        gender: row.gender,
        birthDate: row.birth_date ?? undefined,
        insurances: insurancesOf(db, fromId),
      },
      chosenPosition: row.chosen_position,
      accountUsed: row.account_used === 1,
      at: row.identified_at,
    },
    null,
  )
}

function store(db: WritableDb, identification: NewIdentification, droppedAt: number | null): void {
  const { credential, person } = identification
  db.write(
    `INSERT INTO identification (id, sale_id, exchange_id, credential_type, credential_number, card_serial, person_number,
       document_kind, document_number, person_name, gender, birth_date, chosen_position, account_used, identified_at,
       dropped_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    identification.id,
    identification.saleId,
    identification.exchangeId,
    credential.type,
    credential.number,
    credential.cardSerial,
    person.personNumber,
    person.documentKind,
    person.documentNumber,
    person.name,
    person.gender,
    person.birthDate ?? null,
    identification.chosenPosition,
    identification.accountUsed ? 1 : 0,
    identification.at,
    droppedAt,
  )
  const insurance = db.write(
    `INSERT INTO identified_insurance (identification_id, position, insurance_type, status, balance_fen, person_type,
       civil_servant, place, employer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const [position, row] of person.insurances.entries()) {
    insurance.run(
      identification.id,
      position,
      row.insuranceType,
      row.status ?? null,
      row.balance,
      row.personType,
      row.civilServant,
      row.place,
      row.employer ?? null,
    )
  }
  recordChange(db, {
    name: 'identification.inserted',
    subject: identification.id,
    detail: {
      saleId: identification.saleId,
      exchangeId: identification.exchangeId,
      credentialType: credential.type,
      position: identification.chosenPosition,
    },
  })
}

/** Stores which insurance the person takes. */
export function chooseIdentifiedInsurance(db: WritableDb, identificationId: string, position: number): void {
  db.write('UPDATE identification SET chosen_position = ? WHERE id = ?').run(position, identificationId)
  recordChange(db, { name: 'identification.chosen', subject: identificationId, detail: { position } })
}

/** Stores what the person said about the personal account. */
export function setAccountUsed(db: WritableDb, identificationId: string, used: boolean): void {
  db.write('UPDATE identification SET account_used = ? WHERE id = ?').run(used ? 1 : 0, identificationId)
  recordChange(db, {
    name: 'identification.account-used',
    subject: identificationId,
    detail: { used },
  })
}
