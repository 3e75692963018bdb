import { covers, type SafetyCredential } from '../../../native-bridge/card/safety-control.ts'

/**
 * What the safety control gave for the visit at the counter, and for the settlement that a return cancels. Personal data:
 * only in memory, and gone when the sale or the return ends.
 */
export type SafetyVisit = {
  readonly keep: (credential: SafetyCredential) => void
  /** The same for a return; it stands beside the sale at the counter. Returns what forgets it. */
  readonly keepForReturn: (credential: SafetyCredential) => () => void
  /** The credential that a transaction of a visit may carry. */
  readonly credentialFor: (infno: string, saleId: string | undefined) => string | undefined
  /** Somebody else is being identified: the credential goes with nothing meanwhile. Returns what puts it back. */
  readonly setAside: () => () => void
  /** The sale at the counter is another one now, or none. */
  readonly forgetAllBut: (saleId: string | undefined) => void
  /** A return of this sale is at its end. */
  readonly forgetReturnOf: (saleId: string) => void
}

export function createSafetyVisit(): SafetyVisit {
  let kept: SafetyCredential | undefined
  let ofReturn: SafetyCredential | undefined
  return {
    keep: (credential) => {
      kept = credential
    },
    keepForReturn: (credential) => {
      ofReturn = credential
      return () => {
        if (ofReturn === credential) ofReturn = undefined
      }
    },
    credentialFor: (infno, saleId) =>
      saleId === undefined
        ? undefined
        : [kept, ofReturn].find((one) => one !== undefined && covers(one, saleId, infno))?.businessCredential,
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
    forgetReturnOf: (saleId) => {
      if (ofReturn?.visit === saleId) ofReturn = undefined
    },
  }
}
