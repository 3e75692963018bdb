/** A call that waits for the admin interface. */
export type HeldCall = {
  readonly id: number
  readonly infno: string
  readonly msgid: string
  readonly since: number
}

type Entry = { readonly call: HeldCall; readonly release: () => void }

/** Calls whose answer (or processing) waits until somebody lets them go. */
export class HeldCalls {
  #entries: Entry[] = []
  #nextId = 1

  /** Waits until the call is released, or `signal` ends the wait. Resolves with which of the two it was. */
  hold(infno: string, msgid: string, signal: AbortSignal): Promise<'released' | 'given-up'> {
    const call: HeldCall = { id: this.#nextId++, infno, msgid, since: Date.now() }
    return new Promise((resolve) => {
      const end = (how: 'released' | 'given-up'): void => {
        this.#entries = this.#entries.filter((entry) => entry.call !== call)
        signal.removeEventListener('abort', giveUp)
        resolve(how)
      }
      const giveUp = (): void => end('given-up')
      if (signal.aborted) return resolve('given-up')
      signal.addEventListener('abort', giveUp, { once: true })
      this.#entries.push({ call, release: () => end('released') })
    })
  }

  list(): HeldCall[] {
    return this.#entries.map((entry) => entry.call)
  }

  /** Lets go of one msgid's calls, or of all. Returns how many. */
  release(msgid?: string): number {
    const chosen = this.#entries.filter((entry) => msgid === undefined || entry.call.msgid === msgid)
    for (const entry of chosen) entry.release()
    return chosen.length
  }
}
