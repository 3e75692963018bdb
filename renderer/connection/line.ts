/** One way to the engine that is open now. Carries plain JSON values. */
export type Line = {
  readonly send: (message: unknown) => void
}

/** What happens on the way to the engine. `onOpen` and `onLost` alternate; messages come only in between. */
export type LineEvents = {
  readonly onOpen: (line: Line) => void
  readonly onMessage: (message: unknown) => void
  readonly onLost: () => void
}

/** Starts a way to the engine that opens again by itself when it breaks. Returns what ends it for good. */
export type StartLine = (events: LineEvents) => () => void
