/** Whoever asks for a staff number, and so wants to hear of badges. */
export type Badges = {
  /** Hears of badges until the returned function is called; whoever asked last hears alone. */
  readonly hear: (listener: (operatorNumber: string) => void) => () => void
  /** Gives a badge to whoever asks; false when nobody does. */
  readonly show: (operatorNumber: string) => boolean
  readonly isWanted: () => boolean
}

export function createBadges(): Badges {
  const listeners: ((operatorNumber: string) => void)[] = []
  return {
    hear: (listener) => {
      listeners.push(listener)
      return () => {
        const at = listeners.lastIndexOf(listener)
        if (at !== -1) listeners.splice(at, 1)
      }
    },
    show: (operatorNumber) => {
      const listener = listeners.at(-1)
      listener?.(operatorNumber)
      return listener !== undefined
    },
    isWanted: () => listeners.length > 0,
  }
}
