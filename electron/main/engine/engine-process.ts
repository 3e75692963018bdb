import type { MessagePortMain } from 'electron'
import type { PageRole } from '../../shared/channels.ts'

export type EngineExit = {
  /** Null when a signal ended it. */
  readonly code: number | null
  /** The last lines it wrote on stderr, for the person who must find out why. */
  readonly lastWords: string
}

/** One running engine. It is started by its maker and tells once that it is ready and once that it ended. */
export type EngineProcess = {
  readonly onReady: (listener: () => void) => void
  readonly onExit: (listener: (exit: EngineExit) => void) => void
  /** Gives the engine one end of a channel, and says what the page at the other end is. */
  readonly connect: (port: MessagePortMain, role: PageRole) => void
  /** Asks it to end; `onExit` follows. */
  readonly stop: () => void
}
