/** Scans that one scanner may bring in one second: ten times what the quickest hands do. */
const SCANS_PER_SECOND = 50

/** Keeps a scanner that went mad from keeping the till busy. */
export type FloodGuard = {
  /** True when this scan is one too many within a second. */
  readonly tooMany: (slot: string) => boolean
}

/** `now` is milliseconds since 1970. */
export function createFloodGuard(now: () => number): FloodGuard {
  const recent = new Map<string, number[]>()
  return {
    tooMany: (slot) => {
      const at = now()
      const within = (recent.get(slot) ?? []).filter((before) => before > at - 1_000 && before <= at)
      const full = within.length >= SCANS_PER_SECOND
      recent.set(slot, full ? within : [...within, at])
      return full
    },
  }
}
