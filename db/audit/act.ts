import { AsyncLocalStorage } from 'node:async_hooks'
import type { JsonObject } from '../../core/text/canonical-json.ts'

/** What a person asked the till to do. It lasts from the call to its answer. */
export type Act = {
  /** The method of the contract. */
  readonly name: string
  readonly subject: string | null
  /** What the call was about; nothing that tells who a customer is, no password, no code of insurance. */
  readonly params: JsonObject
  /** Who worked at the till when the call came; null before anybody signed in. */
  readonly operatorId: number | null
  /** Its row, once one is committed. */
  row: number | undefined
  /** The call was answered: what its promises still do is no longer the person's doing. */
  over: boolean
}

const acts = new AsyncLocalStorage<Act | undefined>()

/** Runs `work`, and everything that it waits for, as the doing of `act`. */
export function inAct<T>(act: Act, work: () => T): T {
  return acts.run(act, work)
}

/** Runs `work` as nobody's doing: something that the till does by itself and that an act only set off. */
export function outsideActs<T>(work: () => T): T {
  return acts.run(undefined, work)
}

/** The act that is going on here, if any. */
export function currentAct(): Act | undefined {
  const act = acts.getStore()
  return act?.over === true ? undefined : act
}
