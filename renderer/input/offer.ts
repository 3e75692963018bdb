import type { TextKey } from '../text/say.ts'
import { EXCLUSIVE_COMMANDS, isOnlyWords, type Command } from './command.ts'
import type { Facts, InputState } from './input-state.ts'
import type { Key } from './keys.ts'

/** What a key does in some state: where it leads, and what it asks of the engine on the way. */
export type Offer = {
  readonly key: Key
  readonly label: TextKey
  readonly enabled: boolean
  readonly state: InputState
  readonly command?: Command
  /** Not in the key bar of a narrow screen; the help lists it all the same. */
  readonly lesser?: true
  /** Shown beside what it is about, not in the key bar. */
  readonly elsewhere?: true
}

/** An offer; a command is offered only while it can be carried out. */
export function offer(
  facts: Facts,
  key: Key,
  label: TextKey,
  then: { readonly state: InputState; readonly command?: Command | undefined; readonly when?: boolean },
): Offer {
  const { state, command, when = true } = then
  const possible = command === undefined || isOnlyWords(command) || canRun(facts, command)
  const enabled = when && possible
  return command === undefined ? { key, label, enabled, state } : { key, label, enabled, state, command }
}

/** An offer that gives way when the key bar is full. */
export const lesser = (given: Offer): Offer => ({ ...given, lesser: true })

function canRun(facts: Facts, command: Command): boolean {
  return facts.connected && !(facts.busy && EXCLUSIVE_COMMANDS.has(command.do))
}

/** Keys that do the same stand together. */
export function byLabel(offers: readonly Offer[]): [TextKey, Offer[]][] {
  const groups = new Map<TextKey, Offer[]>()
  for (const one of offers) groups.set(one.label, [...(groups.get(one.label) ?? []), one])
  return [...groups]
}
