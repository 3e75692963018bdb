import { SEED_GOODS } from '../../sandbox/seed/goods.ts'
import { SEED_PEOPLE } from '../../sandbox/seed/people.ts'
import type { Workshop } from './workshop.ts'

/** Exchanges of one insured sale: 1101, 2101A, 2102A, 3505A. Each is journalled in three commits. */
export const JOURNAL_COMMITS = 4 * 3
/** About what a request or an answer weighs. */
export const JOURNAL_ROW_BYTES = 1_500

const GOOD = SEED_GOODS.find((good) => good.nationalCode !== undefined && good.tracePolicy === 'required')
/** Has an account that many sales do not empty. */
const PERSON = SEED_PEOPLE.find((person) => person.personNumber === '44190000000000100101')

let box = 0

/** The next box's trace code; never the same twice. */
function nextTraceCode(prefix: string): string {
  box += 1
  return prefix + String(box).padStart(20 - prefix.length, '0')
}

/** A whole insured sale of one box, from the scan to the acknowledged report. Returns its own cost in milliseconds. */
export async function insuredSale(workshop: Workshop): Promise<number> {
  const { handlers } = workshop.engine
  const [prefix] = GOOD?.tracePrefixes ?? []
  if (prefix === undefined || PERSON === undefined) throw new Error('the seed lacks what a sale needs')
  workshop.takeCentreTime()
  const begun = performance.now()
  const steps = [
    await handlers['scan.submit']({ text: nextTraceCode(prefix) }),
    await handlers['insurance.identify']({ type: '02', number: PERSON.documentNumber }),
    await handlers['insurance.quote']({}),
    await handlers['insurance.settle']({ repeatConfirmed: true }),
  ]
  const settled = steps.at(-1)
  const open = await handlers['sale.current']({})
  if (open.ok && open.value.sale !== null) steps.push(await handlers['sale.payCash']({ received: null }))
  const sent = await handlers['uploads.sendNow']({})
  const elapsed = performance.now() - begun
  for (const step of [...steps, settled, sent]) {
    if (step !== undefined && !step.ok)
      throw new Error(`${step.refusal.code} ${JSON.stringify(step.refusal.params)}`)
  }
  return elapsed - workshop.takeCentreTime()
}
