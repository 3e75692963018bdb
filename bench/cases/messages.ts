import { parseJsonExact } from '../../insurance/catalogue/exact-json.ts'
import { REQUEST } from '../../insurance/catalogue/testing/messages.ts'
import { validateInput } from '../../insurance/catalogue/validate.ts'
import { figureAtP99, type Figure } from '../measure/figure.ts'
import { timed } from '../measure/samples.ts'

const WARM_UP = 500
const ROUNDS = 2_000
const ROWS = 500

/** Checking a 2102A of five lines and reading a long answer, each against JSON.parse of the same text. */
export function benchMessages(): Promise<Figure[]> {
  const request = { ...REQUEST, drugdetail: Array.from({ length: 5 }, () => REQUEST.drugdetail[0]) }
  const requestText = JSON.stringify(request)
  const row = { a: '12.30', b: '名称', c: 'x'.repeat(50), d: 'with "escape" \n', e: 12.5 }
  const answerText = JSON.stringify({ rows: Array.from({ length: ROWS }, () => row) })
  const samples = {
    check: [] as number[],
    read: [] as number[],
    parsed: [] as number[],
    answer: [] as number[],
  }
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const check = timed(() => void validateInput('2102A', request))
    const parsed = timed(() => void JSON.parse(requestText))
    const read = timed(() => void parseJsonExact(answerText))
    const answer = timed(() => void JSON.parse(answerText))
    if (round < WARM_UP) continue
    samples.check.push(check)
    samples.parsed.push(parsed)
    samples.read.push(read)
    samples.answer.push(answer)
  }
  return Promise.resolve([
    figureAtP99(
      {
        id: 'message-check',
        what: 'checking a 2102A of five lines',
        yardstick: 'JSON.parse of it',
        limit: 8,
      },
      samples.check,
      samples.parsed,
    ),
    figureAtP99(
      {
        id: 'message-read',
        what: `reading an answer of ${ROWS} rows with exact numbers`,
        yardstick: 'JSON.parse of it',
        limit: 12,
      },
      samples.read,
      samples.answer,
    ),
  ])
}
