import type { Ledger } from '../ledger/ledger.ts'
import { SEED_LISTING } from './goods.ts'
import { SEED_PEOPLE } from './people.ts'

/** Fills an empty ledger with the practice people and goods, or leaves it empty; remembers that it was done. */
export function fillLedger(ledger: Ledger, seed: 'default' | 'empty', at: number): void {
  if (seed === 'default') {
    for (const { insurances, ...person } of SEED_PEOPLE) ledger.putPerson(person, insurances, at)
    for (const good of SEED_LISTING) ledger.goods.put(good)
  }
  ledger.setSetting('seeded', seed)
}
