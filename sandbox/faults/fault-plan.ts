import type { Fault, FaultRule } from './fault.ts'

export type ActiveFault = {
  readonly id: number
  readonly rule: FaultRule
  /** Calls that the rule's numbers matched, and those that it hit. */
  readonly seen: number
  readonly hits: number
}

type Entry = { readonly id: number; readonly rule: FaultRule; seen: number; hits: number }

/** A number in [0, 1) that depends on nothing but seed and position. */
export function seededFraction(seed: number, position: number): number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(position, 0xc2b2ae35)
  state = Math.imul(state ^ (state >>> 16), 0x7feb352d)
  state = Math.imul(state ^ (state >>> 15), 0x846ca68b)
  return ((state ^ (state >>> 16)) >>> 0) / 4_294_967_296
}

function picks(rule: FaultRule, call: number): boolean {
  switch (rule.when.pick) {
    case 'all':
      return true
    case 'nth':
      return rule.when.calls.includes(call)
    case 'every':
      return call % rule.when.calls === 0
    case 'random':
      return seededFraction(rule.when.seed, call) < rule.when.probability
  }
}

/** The rules in force, in the order in which they were set. Lives in memory: a restarted centre has those of its configuration. */
export class FaultPlan {
  #entries: Entry[] = []
  #nextId = 1

  constructor(rules: readonly FaultRule[] = []) {
    this.add(rules)
  }

  /** Adds rules behind the others and returns their identifiers. */
  add(rules: readonly FaultRule[]): number[] {
    const entries = rules.map((rule) => ({ id: this.#nextId++, rule, seen: 0, hits: 0 }))
    this.#entries.push(...entries)
    return entries.map((entry) => entry.id)
  }

  /** Takes one rule away, or all. */
  remove(id?: number): void {
    this.#entries = id === undefined ? [] : this.#entries.filter((entry) => entry.id !== id)
  }

  list(): ActiveFault[] {
    return this.#entries.map((entry) => ({ ...entry }))
  }

  /** The fault of the call that just came in: every rule counts it, the first one that picks it wins. */
  take(infno: string): Fault | undefined {
    let found: Fault | undefined
    for (const entry of this.#entries) {
      if (entry.rule.infno?.includes(infno) === false) continue
      entry.seen += 1
      if (found !== undefined || entry.hits >= (entry.rule.limit ?? Infinity)) continue
      if (!picks(entry.rule, entry.seen)) continue
      entry.hits += 1
      found = entry.rule.fault
    }
    return found
  }
}
