/**
 * JSON as the insurance line needs it. `JSON.parse` turns 12.10 into a binary fraction and lets the last of two equal
 * names win; with money both are wrong. Here a number stays the text that was sent, and a repeated name is an error.
 */
export type WireValue = string | boolean | null | readonly WireValue[] | WireObject
export type WireObject = { readonly [name: string]: WireValue }

export type JsonProblem = 'syntax' | 'too-deep' | 'repeated-name' | 'too-long'

export type JsonLimits = {
  /** Objects and arrays inside one another. */
  readonly depth: number
  /** UTF-16 units of text. */
  readonly length: number
}

export type ExactJson =
  { readonly ok: true; readonly value: WireValue } | { readonly ok: false; readonly problem: JsonProblem }

export const JSON_LIMITS: JsonLimits = { depth: 32, length: 8_388_608 }

class JsonStop extends Error {
  override readonly name = 'JsonStop'
  readonly problem: JsonProblem
  constructor(problem: JsonProblem) {
    super(problem)
    this.problem = problem
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// runs up to the end of a string or its first escape; control characters are not allowed inside
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y
const WHITE = /[ \t\n\r]*/y

class Reader {
  #at = 0
  readonly #text: string
  readonly #depthLimit: number

  constructor(text: string, depthLimit: number) {
    this.#text = text
    this.#depthLimit = depthLimit
  }

  document(): WireValue {
    const value = this.#value(0)
    this.#skipWhite()
    if (this.#at !== this.#text.length) throw new JsonStop('syntax')
    return value
  }

  #skipWhite(): void {
    const code = this.#text.charCodeAt(this.#at)
    if (code > 32) return
    WHITE.lastIndex = this.#at
    WHITE.test(this.#text)
    this.#at = WHITE.lastIndex
  }

  #expect(character: string): void {
    if (this.#text[this.#at] !== character) throw new JsonStop('syntax')
    this.#at += 1
  }

  #word(word: string): void {
    if (!this.#text.startsWith(word, this.#at)) throw new JsonStop('syntax')
    this.#at += word.length
  }

  #value(depth: number): WireValue {
    if (depth > this.#depthLimit) throw new JsonStop('too-deep')
    this.#skipWhite()
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth)
      case '[':
        return this.#array(depth)
      case '"':
        return this.#string()
      case 't':
        this.#word('true')
        return true
      case 'f':
        this.#word('false')
        return false
      case 'n':
        this.#word('null')
        return null
      default:
        return this.#number()
    }
  }

  #number(): string {
    NUMBER.lastIndex = this.#at
    const match = NUMBER.exec(this.#text)
    if (match === null) throw new JsonStop('syntax')
    this.#at = NUMBER.lastIndex
    return match[0]
  }

  #string(): string {
    const start = this.#at
    this.#expect('"')
    PLAIN_TEXT.lastIndex = this.#at
    PLAIN_TEXT.test(this.#text)
    this.#at = PLAIN_TEXT.lastIndex
    if (this.#text[this.#at] === '"') {
      this.#at += 1
      return this.#text.slice(start + 1, this.#at - 1)
    }
    return this.#escapedString(start)
  }

  /** A string with escapes: its end is found here, its meaning is left to `JSON.parse`. */
  #escapedString(start: number): string {
    while (this.#text[this.#at] === '\\') {
      this.#at += 2
      PLAIN_TEXT.lastIndex = this.#at
      PLAIN_TEXT.test(this.#text)
      this.#at = Math.max(this.#at, PLAIN_TEXT.lastIndex)
    }
    this.#expect('"')
    let parsed: unknown
    try {
      parsed = JSON.parse(this.#text.slice(start, this.#at))
    } catch {
      throw new JsonStop('syntax')
    }
    if (typeof parsed !== 'string') throw new JsonStop('syntax')
    return parsed
  }

  #array(depth: number): WireValue[] {
    this.#expect('[')
    const items: WireValue[] = []
    this.#skipWhite()
    if (this.#text[this.#at] === ']') {
      this.#at += 1
      return items
    }
    for (;;) {
      items.push(this.#value(depth + 1))
      this.#skipWhite()
      if (this.#text[this.#at] === ']') break
      this.#expect(',')
    }
    this.#at += 1
    return items
  }

  #object(depth: number): WireObject {
    this.#expect('{')
    const members = new Map<string, WireValue>()
    this.#skipWhite()
    if (this.#text[this.#at] === '}') {
      this.#at += 1
      return {}
    }
    for (;;) {
      this.#skipWhite()
      if (this.#text[this.#at] !== '"') throw new JsonStop('syntax')
      const name = this.#string()
      if (members.has(name)) throw new JsonStop('repeated-name')
      this.#skipWhite()
      this.#expect(':')
      members.set(name, this.#value(depth + 1))
      this.#skipWhite()
      if (this.#text[this.#at] === '}') break
      this.#expect(',')
    }
    this.#at += 1
    // defines own members, so a name like __proto__ is data and nothing else
    return Object.fromEntries(members)
  }
}

/**
 * Parses JSON strictly (RFC 8259): numbers come back as their text ("12.10", "1e3"), never through floating point.
 * Fails on bad syntax, nesting beyond `depth`, text beyond `length` and a name that stands twice in one object: which of
 * two amounts counts is not ours to guess.
 */
export function parseJsonExact(text: string, limits: JsonLimits = JSON_LIMITS): ExactJson {
  if (text.length > limits.length) return { ok: false, problem: 'too-long' }
  try {
    return { ok: true, value: new Reader(text, limits.depth).document() }
  } catch (error) {
    if (error instanceof JsonStop) return { ok: false, problem: error.problem }
    throw error
  }
}

/** True for an object, false for arrays and scalars. */
export function isWireObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for an array. */
export function isWireArray(value: unknown): value is readonly WireValue[] {
  return Array.isArray(value)
}
