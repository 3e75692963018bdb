import type { EventName, EventPayload } from '../contract/contract.ts'

export type EventListener = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void

/** Tells every listener what changed. Listeners only tell further; none may steer what happens next. */
export type EventBus = {
  readonly emit: EventListener
  /** Returns what ends the subscription. */
  readonly subscribe: (listener: EventListener) => () => void
}

/** Makes an event bus whose listeners cannot fail the one who tells. */
export function createEventBus(onListenerError: (error: unknown) => void): EventBus {
  const listeners = new Set<EventListener>()
  return {
    emit: (name, payload) => {
      for (const listener of listeners) {
        try {
          listener(name, payload)
        } catch (error) {
          onListenerError(error)
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
