/** How long an engine may take to finish what it is doing and close its files. */
const GRACE_MS = 5_000

/** Ends a process that does not end by itself in time. `onEnded` tells when it did. */
export function killLater(pid: number | undefined, onEnded: (ended: () => void) => void): void {
  if (pid === undefined) return
  const timer = setTimeout(() => process.kill(pid, 'SIGKILL'), GRACE_MS)
  onEnded(() => clearTimeout(timer))
}
