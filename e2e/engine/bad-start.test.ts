import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../build/paths.ts'
import { writePracticeShop } from '../../build/practice/practice-shop.ts'
import { runCommand, type CommandOutcome } from '../../build/processes/run-command.ts'
import { startEngine } from '../../build/processes/programs.ts'
import type { RefusalCode } from '../../core/refusal-codes.ts'
import { openCounter, scanBoxes } from './counter.ts'

let folder: string
let configFile: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'till-start-'))
  configFile = await writePracticeShop(folder, { centreUrl: 'http://127.0.0.1:9/' })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the engine, which is expected to end. */
function runEngine(config: string, data = join(folder, 'data')): Promise<CommandOutcome> {
  const args = [join(ROOT, 'engine', 'main.ts'), '--data', data, '--config', config]
  return runCommand(process.execPath, args)
}

/** It ended with code 1 and one Chinese sentence, and never said that it was ready. */
function expectSentence(outcome: CommandOutcome, code: RefusalCode, ...words: readonly string[]): void {
  const lines = outcome.output.trimEnd().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(new RegExp(`[\\u4e00-\\u9fff]{4}.*。\\[${code}\\]$`))
  for (const word of words) expect(lines[0]).toContain(word)
  expect(outcome.code).toBe(1)
}

/** The practice shop's configuration with some of its text replaced. */
async function changedConfig(name: string, change: (config: string) => string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, change(await readFile(configFile, 'utf8')))
  return file
}

describe('a configuration', () => {
  it.each<[string, string, (config: string) => string, RefusalCode, readonly string[]]>([
    [
      'with a key that is not known',
      'key.json',
      (config) => config.replace('"till"', '"printer": "x", "till"'),
      'CONFIG_INVALID',
      ['key.json', 'shop.printer', '不认识的项'],
    ],
    [
      'with a key written wrong',
      'wrong.json',
      (config) => config.replace('"goodsFile"', '"goodFile"'),
      'CONFIG_INVALID',
      ['wrong.json', 'goodFile'],
    ],
    [
      'with a region that there is none of',
      'region.json',
      (config) => config.replace('dongguan-441900', 'atlantis-999999'),
      'CONFIG_PROFILE_INVALID',
      ['atlantis-999999', '没有这个地区'],
    ],
    [
      'with a region override that the profile does not have',
      'override.json',
      (config) => config.replace('"profile"', '"overrides": { "sign_in": {} }, "profile"'),
      'CONFIG_PROFILE_INVALID',
      ['sign_in', '不认识的项'],
    ],
    [
      'with an address that is none',
      'address.json',
      (config) => config.replace('http://127.0.0.1:9/', 'ftp://127.0.0.1/'),
      'CONFIG_INVALID',
      ['centre.url'],
    ],
    [
      'that is no JSON',
      'broken.json',
      (config) => config.slice(0, -10),
      'CONFIG_UNREADABLE',
      ['broken.json'],
    ],
    ['that is a list', 'list.json', () => '[]', 'CONFIG_INVALID', ['list.json']],
    [
      'whose goods file is missing',
      'goods-missing.json',
      (config) => config.replace('goods.json', 'nowhere.json'),
      'CONFIG_UNREADABLE',
      ['nowhere.json', '文件不存在'],
    ],
  ])('%s ends the start with one sentence', async (_, name, change, code, words) => {
    expectSentence(await runEngine(await changedConfig(name, change)), code, ...words)
  })

  it('that is not there ends the start with one sentence', async () => {
    const outcome = await runEngine(join(folder, 'none.json'))
    expectSentence(outcome, 'CONFIG_UNREADABLE', 'none.json', '文件不存在')
  })
})

describe('a database', () => {
  /** A till's own file, made by an engine that ran. */
  async function databaseOf(name: string): Promise<{ readonly data: string; readonly file: string }> {
    const data = join(folder, name)
    const engine = await startEngine({ dataDir: data, configFile })
    await engine.stop()
    return { data, file: join(data, 'till.db') }
  }

  it('that is corrupt is refused and stays as it is', async () => {
    const { data, file } = await databaseOf('corrupt')
    const bytes = await readFile(file)
    bytes.fill(0xff, 4096, 12_288)
    await writeFile(file, bytes)
    expectSentence(await runEngine(configFile, data), 'DATABASE_CORRUPT', 'till.db', '备份')
    expect((await readFile(file)).equals(bytes)).toBe(true)
  })

  it('of a newer program is refused and stays as it is', async () => {
    const { data, file } = await databaseOf('newer')
    const db = new Sqlite(file)
    db.pragma('user_version = 99')
    db.close()
    const bytes = await readFile(file)
    expectSentence(await runEngine(configFile, data), 'DATABASE_NEWER', '99', '升级')
    expect((await readFile(file)).equals(bytes)).toBe(true)
  })

  it('that another engine has open is refused, and that engine sells on', async () => {
    const counter = await openCounter()
    await scanBoxes(counter)
    expectSentence(await runEngine(counter.configFile, counter.dataFolder), 'DATABASE_LOCKED', 'till.db')
    const { sale } = await counter.must('sale.payCash', { received: null })
    expect(sale.state).toBe('completed')
    await counter.close()
  })
})
