import { copyFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from '../simulation/template.ts'
import type { World } from '../simulation/world.ts'
import { logLength, writeBoundaries } from './write-boundaries.ts'

/** What was on the disk of till and centre while a script ran, at every write of the till. */
export type Recording = {
  /** Told by the world. */
  readonly onCommit: (phase: 'before' | 'after') => void
  /** Ends the recording; the till must still be running, so that its log is not written back. */
  readonly stop: (world: World) => void
  /** Every instant at which the power may have gone. */
  readonly instants: () => readonly Instant[]
  /** The files of both as they were at an instant, in a new folder. */
  readonly restore: (instant: Instant) => string
}

export type Instant = {
  /** The commit that was being written, from 0. */
  readonly commit: number
  /** Length of the till's write-ahead log. */
  readonly length: number
  readonly at: number
}

type Commit = {
  readonly from: number
  readonly to: number
  readonly centreFiles: string
  readonly at: number
}

const CENTRE_FILES = ['centre.db', 'centre.db-wal']

/**
 * Records a script. The till's log only grows while it runs (asserted at the end), so its files at any earlier instant
 * are the database as it was at the start and the log cut to the length of that instant. The centre is copied at each
 * commit: it may know more than the till.
 */
export function createRecording(folder: string, now: () => number): Recording {
  const keep = scratchFolder()
  const database = join(folder, 'till', 'till.db')
  const log = `${database}-wal`
  const commits: Commit[] = []
  let open: Omit<Commit, 'to'> | undefined
  let before: Buffer | undefined

  const copyCentre = (): string => {
    const target = join(keep, `centre-${commits.length}`)
    mkdirSync(target)
    for (const name of CENTRE_FILES) copyFileSync(join(folder, 'centre', name), join(target, name))
    return target
  }
  return {
    onCommit: (phase) => {
      before ??= readFileSync(database)
      if (phase === 'before') open = { from: logLength(log), centreFiles: copyCentre(), at: now() }
      else if (open !== undefined) commits.push({ ...open, to: logLength(log) })
    },
    stop: () => {
      if (before === undefined || !before.equals(readFileSync(database)))
        throw new Error('the log was written back while the script ran')
      copyFileSync(log, join(keep, 'till.db-wal'))
      copyFileSync(database, join(keep, 'till.db'))
    },
    instants: () =>
      commits.flatMap(({ from, to, at }, commit) =>
        writeBoundaries(join(keep, 'till.db-wal'), from, to).map((length) => ({ commit, length, at })),
      ),
    restore: ({ commit, length }) => {
      const target = scratchFolder()
      mkdirSync(join(target, 'till'))
      mkdirSync(join(target, 'centre'))
      copyFileSync(join(keep, 'till.db'), join(target, 'till', 'till.db'))
      copyFileSync(join(keep, 'till.db-wal'), join(target, 'till', 'till.db-wal'))
      truncateSync(join(target, 'till', 'till.db-wal'), length)
      const centre = commits[commit]?.centreFiles ?? ''
      for (const name of CENTRE_FILES) copyFileSync(join(centre, name), join(target, 'centre', name))
      return target
    },
  }
}
