/** Reads a driver's options one by one and remembers the first that is wrong. */
export type OptionReader = {
  readonly text: (name: string, otherwise: string | undefined, pattern: RegExp) => string
  readonly whole: (name: string, otherwise: number, minimum: number, maximum: number) => number
  readonly choice: <T extends string>(name: string, otherwise: T, among: readonly T[]) => T
  /** The first option that is missing, wrong or unknown. */
  readonly problem: () => string | undefined
}

/** Makes a reader of options that came from a configuration file; an unknown option is a problem, for it is a typing error. */
export function readOptions(options: Readonly<Record<string, unknown>>): OptionReader {
  const known = new Set<string>()
  let wrong: string | undefined
  const take = (name: string): unknown => {
    known.add(name)
    return options[name]
  }
  const fail = <T>(name: string, instead: T): T => {
    wrong ??= name
    return instead
  }
  return {
    text: (name, otherwise, pattern) => {
      const value = take(name) ?? otherwise
      return typeof value === 'string' && pattern.test(value) ? value : fail(name, '')
    },
    whole: (name, otherwise, minimum, maximum) => {
      const value = take(name) ?? otherwise
      const fits =
        typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
      return fits ? value : fail(name, otherwise)
    },
    choice: (name, otherwise, among) => {
      const value = take(name) ?? otherwise
      return among.find((one) => one === value) ?? fail(name, otherwise)
    },
    problem: () => wrong ?? Object.keys(options).find((name) => !known.has(name)),
  }
}
