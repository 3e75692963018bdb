import type Sqlite from 'better-sqlite3'
import { invariant, type Result } from '../../core/result.ts'
import { withStablePlan } from './stable-plan.ts'

/** What SQLite takes as a parameter. `undefined` is not among them: an absent value is written as null, on purpose. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** A prepared statement that reads. Parameters are positional: `?`, never `?1`, which the driver takes for a name. */
export type ReadStatement<Row> = {
  /** The first row, or `undefined`. */
  readonly get: (...params: readonly SqlValue[]) => Row | undefined
  readonly all: (...params: readonly SqlValue[]) => Row[]
}

export type WriteOutcome = { readonly changes: number; readonly lastInsertRowid: number }

/** A prepared statement that writes. */
export type WriteStatement = {
  readonly run: (...params: readonly SqlValue[]) => WriteOutcome
}

declare const readableBrand: unique symbol
declare const writableBrand: unique symbol

/** A handle that can only read: what takes it cannot change anything. */
export type ReadableDb = {
  readonly [readableBrand]: true
  /**
   * The prepared statement of `sql`, made once per handle. `Row` is the caller's promise of the column types; the
   * STRICT tables keep it. Throws when `sql` is not a single reading statement.
   */
  readonly read: <Row>(sql: string) => ReadStatement<Row>
  readonly close: () => void
}

/** Refuses at compile time what would commit before its work is done. */
export type Synchronous<T> = T extends PromiseLike<unknown> ? never : T

/** The handle that may write. There is one per data directory (see `instance-lock.ts`). */
export type WritableDb = ReadableDb & {
  readonly [writableBrand]: true
  /** The prepared statement of a write, made once per handle. Outside a transaction each run commits by itself. */
  readonly write: (sql: string) => WriteStatement
  /** As {@link WritableDb.write}, for a write with RETURNING. */
  readonly writeReturning: <Row>(sql: string) => ReadStatement<Row>
  /**
   * Runs `work` in one BEGIN IMMEDIATE transaction: durable when it returns, rolled back when it throws.
   * `work` must be synchronous and may not open another transaction: both throw.
   */
  readonly transaction: <T>(work: () => Synchronous<T>) => T
  /** As {@link WritableDb.transaction}, but a refusal rolls back too: all or nothing, said as a value. */
  readonly attempt: <T>(work: () => Result<T>) => Result<T>
  readonly inTransaction: () => boolean
  /** Moves what it can from the write-ahead log into the file, so that a later commit need not. For idle moments. */
  readonly checkpoint: () => void
}

/** Told of statements that took longer than `limitMs`: the statement's text, never its parameters. */
export type SlowStatementHook = {
  readonly limitMs: number
  readonly report: (slow: { readonly sql: string; readonly elapsedMs: number }) => void
}

/** What a handle does at the ends of each transaction of its own. */
export type TransactionHooks = {
  /** Runs inside the transaction, right before COMMIT: what it writes is committed too, what it throws rolls all back. */
  readonly beforeCommit: (db: WritableDb) => void
  /** Runs after the transaction, however it ended. */
  readonly ended: (db: WritableDb, committed: boolean) => void
}

/** Told right before and right after each COMMIT of a transaction, so that a test can end the process exactly there. */
export type CommitHook = (phase: 'before' | 'after') => void

export type WritableOptions = {
  readonly slow?: SlowStatementHook
  readonly hooks?: TransactionHooks
  readonly commitHook?: CommitHook
  /** Runs after the connection is closed. */
  readonly onClose?: () => void
}

const connections = new WeakMap<ReadableDb, Sqlite.Database>()

/** The driver's own connection, for this layer's backup, migrations and tests. Nothing else needs it. */
export function connectionOf(db: ReadableDb): Sqlite.Database {
  const connection = connections.get(db)
  invariant(connection !== undefined, 'not a handle of this layer')
  return connection
}

type Prepared = Sqlite.Statement<unknown[], unknown>

function timed(statement: Prepared, sql: string, hook: SlowStatementHook): Prepared {
  const clocked =
    <Arguments extends unknown[], Answer>(call: (...params: Arguments) => Answer) =>
    (...params: Arguments): Answer => {
      const begun = performance.now()
      try {
        return call(...params)
      } finally {
        const elapsedMs = performance.now() - begun
        if (elapsedMs > hook.limitMs) hook.report({ sql, elapsedMs })
      }
    }
  // the three calls are all that the handle's types let anybody see
  return {
    get: clocked((...params: unknown[]) => statement.get(...params)),
    all: clocked((...params: unknown[]) => statement.all(...params)),
    run: clocked((...params: unknown[]) => statement.run(...params)),
  } as Prepared
}

function statementCache(
  connection: Sqlite.Database,
  admit: (statement: Prepared) => string | undefined,
  slow: SlowStatementHook | undefined,
): (sql: string) => Prepared {
  const cache = new Map<string, Prepared>()
  return (sql) => {
    const cached = cache.get(sql)
    if (cached !== undefined) return cached
    const prepared = connection.prepare<unknown[], unknown>(withStablePlan(sql))
    const problem = admit(prepared)
    invariant(problem === undefined, `${problem ?? ''}: ${sql}`)
    const statement = slow === undefined ? prepared : timed(prepared, sql, slow)
    cache.set(sql, statement)
    return statement
  }
}

/** Wraps an opened connection as a handle that can only read. */
export function readableHandle(connection: Sqlite.Database, slow?: SlowStatementHook): ReadableDb {
  const reading = statementCache(
    connection,
    (statement) => (statement.reader && statement.readonly ? undefined : 'not a reading statement'),
    slow,
  )
  // The one place where rows get their types: every table is STRICT, so a column holds what its definition says. The
  // statement of the driver itself is handed out, not a copy around it: this is the hot path of every scan.
  const handle = {
    read: reading as unknown as ReadableDb['read'],
    close: () => {
      connection.close()
    },
  } as ReadableDb
  connections.set(handle, connection)
  return handle
}

/** Wraps an opened connection as the handle that may write. */
export function writableHandle(connection: Sqlite.Database, options: WritableOptions = {}): WritableDb {
  const { hooks, commitHook } = options
  const readable = readableHandle(connection, options.slow)
  const writing = statementCache(
    connection,
    (statement) => (statement.readonly || statement.reader ? 'not a plain writing statement' : undefined),
    options.slow,
  )
  const returning = statementCache(
    connection,
    (statement) => (statement.reader && !statement.readonly ? undefined : 'not a write with RETURNING'),
    options.slow,
  )
  const begin = connection.prepare<unknown[], unknown>('BEGIN IMMEDIATE')
  const commit = connection.prepare<unknown[], unknown>('COMMIT')
  const rollback = connection.prepare<unknown[], unknown>('ROLLBACK')

  const within = <T>(work: () => T, keep: (outcome: T) => boolean): T => {
    invariant(!connection.inTransaction, 'a transaction inside a transaction')
    begin.run()
    let committed = false
    try {
      const outcome = work()
      invariant(!(outcome instanceof Promise), 'a transaction may not be asynchronous')
      if (keep(outcome)) {
        hooks?.beforeCommit(handle)
        commitHook?.('before')
        commit.run()
        committed = true
        commitHook?.('after')
      } else rollback.run()
      return outcome
    } catch (error) {
      // SQLite has rolled back by itself after a full disk and the like
      if (connection.inTransaction) rollback.run()
      throw error
    } finally {
      hooks?.ended(handle, committed)
    }
  }

  const handle: WritableDb = {
    read: readable.read,
    write: writing as unknown as WritableDb['write'],
    writeReturning: returning as unknown as WritableDb['writeReturning'],
    transaction: <T>(work: () => Synchronous<T>): T => within<T>(work, () => true),
    attempt: <T>(work: () => Result<T>): Result<T> => within(work, (outcome) => outcome.ok),
    inTransaction: () => connection.inTransaction,
    checkpoint: () => {
      connection.pragma('wal_checkpoint(PASSIVE)')
    },
    close: () => {
      connection.close()
      options.onClose?.()
    },
  } as WritableDb
  connections.set(handle, connection)
  return handle
}
