import type { Hands } from './cashier.ts'
import { finishEverything } from './returner.ts'

export type Rest = {
  readonly hands: Hands
  /** Rounds of asking and reporting that must be enough once the line is healthy. */
  readonly rounds: number
  readonly roundMs: number
}

/**
 * Lets a till with a healthy line come to rest: everything unknown is asked, returns and cases are brought to their end,
 * every report is sent. Returns what is still open afterwards, in the till's own words.
 */
export async function bringToRest({ hands, rounds, roundMs }: Rest): Promise<readonly string[]> {
  const { till } = hands
  let open: readonly string[] = []
  for (let round = 0; round < rounds; round += 1) {
    await till.pass(roundMs)
    await finishEverything(hands)
    await till.act('uploads.sendNow', {})
    open = await stillOpen(hands)
    if (open.length === 0) return open
  }
  return open
}

async function stillOpen({ till }: Hands): Promise<readonly string[]> {
  const [status, returns, tenders] = [
    await till.act('status.get', {}),
    await till.act('returns.open', {}),
    await till.act('tender.open', {}),
  ]
  if (status === 'died' || returns === 'died' || tenders === 'died')
    return ['the till died while it came to rest']
  if (!status.ok || !returns.ok || !tenders.ok) return ['the till does not say what is open']
  const counts = {
    reports: status.value.uploadsWaiting,
    settlements: status.value.openSettlements,
    cases: status.value.openCases,
    returns: returns.value.returns.length,
    // a customer who never confirms leaves a payment that only a person gives up; one that is paid waits to be taken back
    payments: tenders.value.tenders.filter(({ state }) => state !== 'paying' && state !== 'taken').length,
  }
  const stuck = returns.value.returns.map((view) => {
    const step = view.steps.find((one) => one.state !== 'done')
    return `return ${view.number} stands at ${step?.kind ?? 'nothing'} (${step?.state ?? '-'})`
  })
  return [
    ...stuck,
    ...Object.entries(counts).flatMap(([what, count]) => (count === 0 ? [] : [`${count} ${what} are open`])),
  ]
}
