/**
 * `npm run verify -- --data DIR [--json]`: whether a data directory's records hold together. Says what does not, with
 * identifiers; the exit code is 0 when all is well, 1 when anything is not or nothing could be checked, 2 for a wrong
 * command line.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { refusalSentence } from '../contract/messages/refusal-sentence.ts'
import { FINDINGS_TOLD, verifyFolder, type CheckReport, type VerifyReport } from './verify-database.ts'

const USAGE = '用法：npm run verify -- --data 数据目录 [--json]'

type CommandLine = { readonly data: string; readonly json: boolean }

function readCommandLine(): CommandLine | undefined {
  try {
    const { values } = parseArgs({
      options: { data: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    return values.data === undefined ? undefined : { data: resolve(values.data), json: values.json }
  } catch {
    // an option that parseArgs does not know
    return undefined
  }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

function sayWrong(one: CheckReport): void {
  say(`${String(one.number).padStart(2, '0')} ${one.name}（${one.about}）`)
  for (const { text } of one.findings) say(`   ${text}`)
  if (one.findings.length >= FINDINGS_TOLD) say(`   只列出前 ${FINDINGS_TOLD} 项`)
}

function sayReport(report: VerifyReport, wrong: readonly CheckReport[], seconds: string): void {
  for (const one of wrong) sayWrong(one)
  const { sales, settlements, exchanges, audit } = report.counts
  const looked = `销售单 ${sales} 张，医保结算 ${settlements} 笔，报文 ${exchanges} 个，审计 ${audit} 条，用时 ${seconds} 秒`
  const verdict =
    wrong.length === 0
      ? `核对无误：${report.checks.length} 项检查全部通过`
      : `有 ${wrong.length} 项检查没有通过，请保留数据目录并联系技术支持`
  say(`${verdict}（${looked}）`)
}

function main({ data, json }: CommandLine): number {
  const begun = performance.now()
  const verified = verifyFolder(data)
  if (!verified.ok) {
    if (json) say(JSON.stringify({ ok: false, refusal: verified.refusal }))
    else process.stderr.write(`${refusalSentence(verified.refusal)}\n`)
    return 1
  }
  const elapsedMs = Math.round(performance.now() - begun)
  const wrong = verified.value.checks.filter((one) => one.findings.length > 0)
  if (json) say(JSON.stringify({ ok: wrong.length === 0, ...verified.value, elapsedMs }))
  else sayReport(verified.value, wrong, (elapsedMs / 1000).toFixed(1))
  return wrong.length === 0 ? 0 : 1
}

const command = readCommandLine()
if (command === undefined) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  process.exitCode = main(command)
}
