import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import iconv from 'iconv-lite'
import {
  buildCardReaderTwin,
  REFERENCE_LIBRARY_MISSING,
} from '../../device-twins/reference-library/build-reference-library.ts'
import { SEED_PEOPLE } from '../seed/people.ts'

/** What a vendor's library can be made to do. */
export const LIBRARY_MANNERS = ['normal', 'slow', 'error', 'garbage', 'silent', 'hang', 'crash'] as const
export type LibraryManner = (typeof LIBRARY_MANNERS)[number]

/** A reader of social-security cards behind a library in C, as vendors ship them. */
export type CardLibrary = {
  readonly path: string
  /** Lays a card on, as its text; undefined takes it away. */
  readonly lay: (text: string | undefined) => Promise<void>
  /** `number` is the code of an error, or the milliseconds of a slow answer. */
  readonly behave: (manner: LibraryManner, number: number) => Promise<void>
}

/** Compiles the reader's library into `folder`; undefined on a machine that has no compiler. */
export async function openCardLibrary(folder: string): Promise<CardLibrary | undefined> {
  if (REFERENCE_LIBRARY_MISSING !== undefined) return undefined
  // the library finds its card from wherever the till runs
  const own = resolve(folder)
  await mkdir(own, { recursive: true })
  const card = join(own, 'card')
  await rm(card, { force: true })
  return {
    path: await buildCardReaderTwin(own),
    lay: (text) =>
      text === undefined ? rm(card, { force: true }) : writeFile(card, iconv.encode(text, 'gbk')),
    behave: (manner, number) => writeFile(join(own, 'behaviour'), `${manner} ${number}`),
  }
}

/** The text on the social-security card of the practice person with this name; undefined when they have none. */
export function socialCardNamed(name: string): string | undefined {
  const person = SEED_PEOPLE.find((one) => one.name === name)
  if (person === undefined || person.cardNumber === null || person.cardSerial === null) return undefined
  const { documentNumber, cardNumber, cardSerial } = person
  const area = cardSerial.slice(0, 6)
  const dates = '20200101|20300101'
  return `${area}|${documentNumber}|${cardNumber}|${cardSerial}|${name}|00814E|3.00|${dates}|TWIN|0001|`
}
