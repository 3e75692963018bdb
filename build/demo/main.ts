import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CallRefused, connectEngine } from '../../engine/client/websocket-client.ts'
import { refusalSentence } from '../../engine/contract/messages/refusal-sentence.ts'
import { PRACTICE_OPERATOR, writePracticeShop } from '../practice/practice-shop.ts'
import { startCentre, startEngine } from '../processes/programs.ts'
import { readDemoInput, type DemoInput } from './demo-input.ts'
import { printedReport, problemsOf, reportOf } from './demo-report.ts'
import { DemoRefused, runDemo, type DemoRecord } from './run-demo.ts'
import { laySerialLine } from './serial-line.ts'

const USAGE = '用法：npm run demo -- [--input 文件] [--json]'
const EXIT_MONEY = 1
const EXIT_INPUT = 2

const say = (text: string): void => void process.stderr.write(`${text}\n`)

type Step = { readonly stop: () => Promise<void> }

/** Runs the demonstration in a folder of its own; everything started is ended again, in reverse order. */
async function demonstrate(input: DemoInput): Promise<DemoRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'till-demo-'))
  const started: Step[] = []
  const keep = <Part extends Step>(part: Part): Part => {
    started.push(part)
    return part
  }
  try {
    const centre = keep(await startCentre(join(folder, 'centre'), 0))
    const line = await laySerialLine(folder)
    keep({ stop: line.close })
    const configFile = await writePracticeShop(folder, {
      centreUrl: String(centre.ready['url']),
      acquirer: { url: String(centre.ready['acquirer']), key: String(centre.ready['acquirerKey']) },
      scanners: [{ name: '扫码枪', path: line.tillPath }],
    })
    const engine = keep(await startEngine({ dataDir: join(folder, 'till'), configFile }))
    const client = await connectEngine(String(engine.ready['url']), String(engine.ready['token']))
    keep({ stop: () => Promise.resolve(client.close()) })
    return await runDemo(client, line, input, PRACTICE_OPERATOR)
  } finally {
    for (const part of started.reverse()) await part.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function main(): Promise<number> {
  const options = readOptions()
  if (options === undefined) {
    say(USAGE)
    return EXIT_INPUT
  }
  const read = await readDemoInput(options.input)
  if (!read.ok) {
    say(refusalSentence(read.refusal))
    return EXIT_INPUT
  }
  let record: DemoRecord
  try {
    record = await demonstrate(read.value)
  } catch (error) {
    if (!(error instanceof DemoRefused) && !(error instanceof CallRefused)) throw error
    say(refusalSentence(error.refusal))
    return EXIT_INPUT
  }
  const report = reportOf(record)
  process.stdout.write(`${options.json ? JSON.stringify(report) : printedReport(report)}\n`)
  const problems = problemsOf(record)
  for (const problem of problems) say(problem)
  return problems.length === 0 ? 0 : EXIT_MONEY
}

function readOptions(): { readonly input: string; readonly json: boolean } | undefined {
  try {
    const { values } = parseArgs({
      options: { input: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    // npm changes into the repository; the caller's own folder is in INIT_CWD
    const from = process.env['INIT_CWD'] ?? process.cwd()
    const input =
      values.input === undefined ? join(import.meta.dirname, 'basket.json') : resolve(from, values.input)
    return { input, json: values.json }
  } catch {
    return undefined
  }
}

process.exitCode = await main()
