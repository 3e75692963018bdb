import { covers, type SafetyCredential } from '../../../native-bridge/card/safety-control.ts'

/**
 * What the safety control gave for the visit at the counter. Personal data: only in memory, and gone when the sale ends.
 */
export type SafetyVisit = {
  readonly keep: (credential: SafetyCredential) => void
  /** The credential that a transaction of a visit may carry. */
  readonly credentialFor: (infno: string, saleId: string | undefined) => string | undefined
  /** Somebody else is being identified: the credential goes with nothing meanwhile. Returns what puts it back. */
  readonly setAside: () => () => void
  /** The sale at the counter is another one now, or none. */
  readonly forgetAllBut: (saleId: string | undefined) => void
}

export function createSafetyVisit(): SafetyVisit {
  let kept: SafetyCredential | undefined
  return {
    keep: (credential) => {
      kept = credential
    },
    credentialFor: (infno, saleId) =>
      kept !== undefined && saleId !== undefined && covers(kept, { visit: saleId, transactionNumber: infno })
        ? kept.businessCredential
        : undefined,
    setAside: () => {
      const before = kept
      kept = undefined
      return () => {
        kept ??= before
      }
    },
    forgetAllBut: (saleId) => {
      if (kept !== undefined && kept.visit !== saleId) kept = undefined
    },
  }
}
