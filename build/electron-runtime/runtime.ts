/** An Electron that can be launched, and where it came from. */
export type ElectronRuntime = {
  readonly source: 'configured' | 'package' | 'download' | 'registry'
  /** Path of the program file. */
  readonly executable: string
  /** Electron's version, such as "45.4.1"; "unknown" for a configured program without a version file. */
  readonly version: string
}

/** What a source says when it cannot give an Electron: one sentence for the log. */
export type NoRuntime = { readonly reason: string }

/** Tells progress to whoever started this, one line at a time. */
export type Log = (line: string) => void

/** Whether a source gave a runtime. */
export function isRuntime(candidate: ElectronRuntime | NoRuntime): candidate is ElectronRuntime {
  return 'executable' in candidate
}
