import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../migrations/index.ts'
import { insert, insertSamples, SAMPLE } from '../testing/sample-rows.ts'
import { fillCatalogue } from '../testing/sample-goods.ts'
import { accepted, freshTill, NOON, openTill, refused, temporaryFolder } from '../testing/till-database.ts'
import { backupDatabase, checkBackup, restoreBackup } from './backup.ts'

describe('a backup', () => {
  it('is made while the till sells, and holds what was sold meanwhile', async () => {
    const { db } = freshTill()
    insertSamples(db)
    // enough pages that the copy takes many turns
    fillCatalogue(db, 10_000, 2)
    const destination = join(temporaryFolder(), 'backup.db')
    const progress: number[] = []
    let sold = 0
    const result = await backupDatabase(db, destination, ({ pagesDone, pagesTotal }) => {
      progress.push(pagesDone / pagesTotal)
      if (pagesDone === pagesTotal) return
      sold += 1
      insert(db, 'sale', { ...SAMPLE.sale, id: `s${sold}`, number: `n${sold}`, state: 'held' })
    })
    expect(accepted(result).pages).toBeGreaterThan(200)
    expect(progress.length).toBeGreaterThan(3)
    expect(progress.at(-1)).toBe(1)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(accepted(checkBackup(destination))).toEqual({
      version: MIGRATIONS.length,
      sales: sold + 1,
      lastSaleAt: undefined,
    })
    expect(readdirSync(join(destination, '..'))).toEqual(['backup.db'])
  })

  it('replaces an older one only when it is whole', async () => {
    const { db } = freshTill()
    const destination = join(temporaryFolder(), 'backup.db')
    writeFileSync(destination, 'older')
    writeFileSync(`${destination}.partial`, 'left by a process that died')
    accepted(await backupDatabase(db, destination))
    expect(accepted(checkBackup(destination)).sales).toBe(0)
    expect(existsSync(`${destination}.partial`)).toBe(false)
  })

  it('says when there is no place for it', async () => {
    const { db } = freshTill()
    const folder = temporaryFolder()
    expect(refused(await backupDatabase(db, join(folder, 'nowhere', 'backup.db'))).code).toBe(
      'DATABASE_UNAVAILABLE',
    )
    mkdirSync(join(folder, 'backup.db'))
    expect(refused(await backupDatabase(db, join(folder, 'backup.db'))).code).toBe('DATABASE_UNAVAILABLE')
    expect(existsSync(join(folder, 'backup.db.partial'))).toBe(false)
  })
})

describe('the check of a backup', () => {
  async function backup(): Promise<string> {
    const { db } = freshTill()
    insertSamples(db)
    db.write("UPDATE sale SET state = 'completed', closed_at = ?").run(NOON + 5)
    const destination = join(temporaryFolder(), 'backup.db')
    accepted(await backupDatabase(db, destination))
    return destination
  }

  it('tells what is in it', async () => {
    expect(accepted(checkBackup(await backup()))).toEqual({
      version: MIGRATIONS.length,
      sales: 1,
      lastSaleAt: NOON + 5,
    })
  })

  it('finds damage anywhere', async () => {
    const path = await backup()
    const whole = readFileSync(path)
    const { size } = statSync(path)
    const pages = size / 4096
    let found = 0
    for (let page = 0; page < pages; page += 1) {
      const bytes = Buffer.from(whole)
      bytes.fill(0xee, page * 4096, page * 4096 + 200)
      writeFileSync(path, bytes)
      const checked = checkBackup(path)
      if (!checked.ok && checked.refusal.code === 'DATABASE_CORRUPT') found += 1
    }
    expect(found).toBe(pages)
    writeFileSync(path, whole)
    truncateSync(path, size - 4096)
    expect(refused(checkBackup(path)).code).toBe('DATABASE_CORRUPT')
  })

  it('finds rows that point to nothing, and what is not a backup', async () => {
    const path = await backup()
    const connection = new Sqlite(path)
    connection.pragma('foreign_keys = OFF')
    connection.exec('DELETE FROM goods')
    connection.close()
    expect(refused(checkBackup(path)).code).toBe('DATABASE_CORRUPT')
    writeFileSync(path, 'hello')
    expect(refused(checkBackup(path)).code).toBe('DATABASE_CORRUPT')
    expect(refused(checkBackup(`${path}.none`)).code).toBe('DATABASE_UNAVAILABLE')
    const newer = new Sqlite(await backup())
    newer.pragma('user_version = 99')
    const { name } = newer
    newer.close()
    expect(refused(checkBackup(name))).toEqual({ code: 'DATABASE_NEWER', params: { found: 99, known: 5 } })
  })
})

describe('restoring', () => {
  it('puts the backup in the place of the database and keeps what was there', async () => {
    const { db, path } = freshTill()
    insertSamples(db)
    const destination = join(temporaryFolder(), 'backup.db')
    accepted(await backupDatabase(db, destination))
    insert(db, 'sale', { ...SAMPLE.sale, id: 'later', number: 'later', till: '02' })
    expect(refused(restoreBackup(destination, path, NOON)).code).toBe('DATABASE_LOCKED')
    db.close()
    const { replaced, sales } = accepted(restoreBackup(destination, path, NOON))
    expect(sales).toBe(1)
    const restored = openTill(path)
    expect(restored.read('SELECT id FROM sale').all()).toEqual([{ id: 'sale-1' }])
    const before = openTill(replaced ?? '')
    expect(before.read('SELECT id FROM sale ORDER BY id').all()).toEqual([{ id: 'later' }, { id: 'sale-1' }])
  })

  it('works where the database is damaged or gone, and not with a damaged backup', async () => {
    const { db } = freshTill()
    const folder = temporaryFolder()
    const destination = join(folder, 'backup.db')
    accepted(await backupDatabase(db, destination))
    const path = join(folder, 'till.db')
    expect(accepted(restoreBackup(destination, path, NOON)).replaced).toBeUndefined()
    writeFileSync(path, 'damaged')
    writeFileSync(`${path}-wal`, 'a log of something else')
    const { replaced } = accepted(restoreBackup(destination, path, NOON))
    expect(readFileSync(replaced ?? '', 'utf8')).toBe('damaged')
    expect(existsSync(`${path}-wal`)).toBe(false)
    openTill(path).close()
    writeFileSync(destination, 'damaged')
    expect(refused(restoreBackup(destination, path, NOON)).code).toBe('DATABASE_CORRUPT')
    openTill(path)
  })
})
