import { toHalfWidth } from '../../core/text/half-width.ts'
import { DRUG_NAME_INITIALS } from './drug-names.ts'

/** Most spellings that one name is filed under; names with many polyphonic characters would have dozens. */
export const SPELLINGS_MAXIMUM = 8

/** The initials under which a name is found; the first is the one to show. Only a–z and 0–9; may be empty. */
export type Initials = readonly string[]

/** Every letter that a character may begin with, the likeliest first, character by character. */
type Readings = readonly (readonly string[])[]

const LONGEST_WORD = Math.max(...Object.keys(DRUG_NAME_INITIALS).map((word) => word.length))

const PACK_SIZE =
  /(?<![a-z\d.])\s*\d+(?:\.\d+)?\s*(?:μg|ug|mg|ml|kg|iu|g|l|%|万单位|单位|毫克|毫升|微克|克|升|片|粒|丸|袋|支|贴|枚|板|盒|瓶|包|s)(?![a-z])(?:\s*[*×x:/]\s*(?:\d+(?:\.\d+)?\s*)?[a-z%\u4e00-\u9fff]*)*/giu
const BRACKETED = /[(（[【〔<〈《{][^)）\]】〕>〉》}]*[)）\]】〕>〉》}]/gu
const BRACKET_SIGNS = /[()（）[\]【】〔〕<>〈〉《》{}]/gu

/** What is left of a name when brackets with what they hold, and pack sizes, are taken off; the name itself if that is nothing. */
export function bareName(name: string): string {
  const bare = name.replace(BRACKETED, '').replace(PACK_SIZE, '').trim()
  return bare === '' ? name : bare
}

/** (复方)甘草片 is looked for with and without what the brackets hold. */
function variantsOf(name: string): string[] {
  const bare = bareName(name)
  const opened = name.replace(BRACKET_SIGNS, '').replace(PACK_SIZE, '').trim()
  // brackets at the end hold pack sizes and trade marks, which nobody types after the whole name
  const leads = /^\s*[(（[【〔<〈《{]/u.test(name)
  return leads && opened !== '' && opened !== bare ? [bare, opened] : [bare]
}

function withDrugWords(text: readonly string[], readings: Readings): Readings {
  const corrected = readings.map((letters) => [...letters])
  let index = 0
  while (index < text.length) {
    const word = longestWordAt(text, index)
    if (word === undefined) {
      index += 1
      continue
    }
    for (const [offset, letter] of [...word.initials].entries()) {
      const others = (corrected[index + offset] ?? []).filter((other) => other !== letter)
      corrected[index + offset] = [letter, ...others]
    }
    index += word.length
  }
  return corrected
}

function longestWordAt(
  text: readonly string[],
  index: number,
): { readonly length: number; readonly initials: string } | undefined {
  for (let length = Math.min(LONGEST_WORD, text.length - index); length > 1; length -= 1) {
    const initials = DRUG_NAME_INITIALS[text.slice(index, index + length).join('')]
    if (initials !== undefined) return { length, initials }
  }
  return undefined
}

/** All spellings, those that differ least from the likeliest one first, at most {@link SPELLINGS_MAXIMUM}. */
function spell(readings: Readings): string[] {
  const first = readings.map((letters) => letters[0] ?? '')
  const found = new Set([first.join('')])
  let layer: { letters: readonly string[]; from: number }[] = [{ letters: first, from: 0 }]
  while (layer.length > 0 && found.size < SPELLINGS_MAXIMUM) {
    const next: typeof layer = []
    for (const { letters, from } of layer) {
      for (let index = from; index < readings.length; index += 1) {
        for (const letter of (readings[index] ?? []).slice(1)) {
          const changed = letters.with(index, letter)
          if (found.size < SPELLINGS_MAXIMUM) found.add(changed.join(''))
          next.push({ letters: changed, from: index + 1 })
        }
      }
    }
    layer = next.slice(0, SPELLINGS_MAXIMUM)
  }
  return [...found]
}

/** Makes initials; built once, because the dictionary takes long to load. */
export type Speller = (name: string) => Initials

/**
 * Loads the pinyin dictionary (only imports need it, a start of the till does not) and gives what turns a drug name into
 * the initials people type: all readings of polyphonic characters, drug words first, brackets and pack sizes off.
 */
export async function loadSpeller(): Promise<Speller> {
  const { polyphonic } = await import('pinyin-pro')
  const known = new Map<string, Initials>()
  const spellOne = (text: string): string[] => {
    const letters = polyphonic(text, { toneType: 'none', pattern: 'first', type: 'array' })
    const readings = letters.map((options) => options.map((option) => option.toLowerCase()))
    const kept = withDrugWords([...text], readings).map((options) =>
      options.filter((option) => /^[a-z0-9]$/.test(option)),
    )
    return spell(kept.filter((options) => options.length > 0)).filter((spelling) => spelling !== '')
  }
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const initials = [...new Set(variantsOf(toHalfWidth(name)).flatMap(spellOne))]
    known.set(name, initials)
    return initials
  }
}
