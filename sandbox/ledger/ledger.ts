import type Sqlite from 'better-sqlite3'
import { TABLES } from '../storage/schema.ts'
import { Accounts } from './accounts.ts'
import { Goods } from './goods.ts'
import { Messages } from './messages.ts'
import { People, type NewInsurance, type PersonRecord } from './people.ts'
import { Reports } from './reports.ts'
import { Reversals } from './reversals.ts'
import { Settlements } from './settlements.ts'
import { Signs } from './signs.ts'
import { Traces } from './traces.ts'

/** Everything that the centre remembers, in one file. */
export class Ledger {
  readonly accounts: Accounts
  readonly goods: Goods
  readonly messages: Messages
  readonly people: People
  readonly reports: Reports
  readonly reversals: Reversals
  readonly settlements: Settlements
  readonly signs: Signs
  readonly traces: Traces
  readonly #database: Sqlite.Database
  readonly #setting
  readonly #putSetting

  constructor(database: Sqlite.Database) {
    this.#database = database
    this.accounts = new Accounts(database)
    this.goods = new Goods(database)
    this.messages = new Messages(database)
    this.people = new People(database)
    this.reports = new Reports(database)
    this.reversals = new Reversals(database)
    this.settlements = new Settlements(database)
    this.signs = new Signs(database)
    this.traces = new Traces(database)
    this.#setting = database.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?')
    this.#putSetting = database.prepare<[string, string]>(
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
  }

  /** Runs `work` in one transaction; what it throws undoes everything. */
  transaction<T>(work: () => T): T {
    return this.#database.transaction(work).immediate()
  }

  setting(name: string): string | undefined {
    return this.#setting.get(name)?.value
  }

  setSetting(name: string, value: string): void {
    this.#putSetting.run(name, value)
  }

  /** Adds or changes a person with the insurances given; a balance that differs is entered as an adjustment. */
  putPerson(person: PersonRecord, insurances: readonly NewInsurance[], at: number): void {
    this.people.put(person)
    for (const insurance of insurances) {
      const { balance, ...rest } = insurance
      const stored = this.people.putInsurance(person.personNumber, rest)
      const hasEntries = this.accounts.entries(stored.id).length > 0
      this.accounts.move({
        insuranceId: stored.id,
        at,
        kind: hasEntries ? 'adjustment' : 'opening',
        amount: balance - stored.balance,
      })
    }
  }

  /** Empties every table. */
  clear(): void {
    for (const table of TABLES) this.#database.exec(`DELETE FROM ${table}`)
    this.messages.restart()
  }

  close(): void {
    this.#database.close()
  }
}
