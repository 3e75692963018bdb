import { join } from 'node:path'
import { openReadOnly } from '../db/connection/open-database.ts'
import { truthOf } from './compare/centre-truth.ts'
import { compare } from './compare/compare.ts'
import { comparePayments, paymentsOf } from './compare/payments.ts'
import { verified } from './compare/verified.ts'
import { bringToRest } from './driver/bring-to-rest.ts'
import { moveOnce, type Hands } from './driver/cashier.ts'
import { createShelf } from './driver/shelf.ts'
import type { DrivenTill } from './driver/till-driver.ts'
import { createRandom, type Random } from './random.ts'
import { drawFault, type LineFault } from './simulation/line-fault.ts'
import type { Template } from './simulation/template.ts'
import { createWorld, type World } from './simulation/world.ts'

export type ScheduleResult = {
  readonly seed: number
  /** What was done, in order. */
  readonly moves: readonly string[]
  readonly powerCuts: number
  /** Empty when every invariant held. */
  readonly violations: readonly string[]
}

/** Calls of a day of trouble that meet a fault. */
const TROUBLE = 0.25
const MOVES = { least: 12, most: 40 } as const
/** Numbers that a healthy day answers; queries meet faults as well as money calls. */
const QUIET_MS = 120_000
const ANSWER_LIMIT_MS = 120_000

/** The till of a world as a cashier works it. */
export function drivenTill(world: World): DrivenTill {
  return {
    act: world.act,
    begin: world.begin,
    together: async (calls) => {
      await world.time.complete(Promise.all(calls.map((call) => call())))
    },
    pass: world.time.pass,
    isDead: world.isDead,
  }
}

/** Cuts the power at a commit that is to come, now and then. */
function maybePlanPowerCut(world: World, random: Random): void {
  if (!random.chance(0.08)) return
  if (random.chance(0.2)) world.cutPower()
  else world.cutPowerAtCommit(random.between(1, 8), random.pick(['before', 'after']))
}

/** Runs the schedule of one seed against a simulated world and compares centre, till and drawer at its end. */
export async function runSimulated(template: Template, seed: number): Promise<ScheduleResult> {
  const random = createRandom(seed)
  const world = await createWorld({ template, random: createRandom(seed + 1) })
  const shelf = createShelf(random)
  const moves: string[] = []
  let powerCuts = 0
  const hands: Hands = { till: drivenTill(world), random, shelf, people: new Map() }
  const trouble = (answerLimitMs: number): LineFault =>
    random.chance(TROUBLE) ? drawFault(random, QUIET_MS, answerLimitMs) : { kind: 'none' }
  world.line.faultFor = () => trouble(ANSWER_LIMIT_MS)
  world.acquirer.faultFor = () => trouble(template.config.acquirer?.headersMs ?? ANSWER_LIMIT_MS)
  try {
    const count = random.between(MOVES.least, MOVES.most)
    for (let done = 0; done < count; done += 1) {
      maybePlanPowerCut(world, random)
      if (!world.isDead()) moves.push(await moveOnce(hands))
      if (world.isDead()) {
        powerCuts += 1
        moves.push('power cut')
        await world.time.pass(random.between(0, 200_000))
        await world.restart()
      }
    }
    world.calm()
    world.line.faultFor = () => ({ kind: 'none' })
    world.acquirer.faultFor = () => ({ kind: 'none' })
    const open = await bringToRest({ hands, rounds: 30, roundMs: QUIET_MS })
    return { seed, moves, powerCuts, violations: [...open, ...violationsOf(world)] }
  } finally {
    await world.close()
  }
}

/** What does not hold in a world that has come to rest. */
export function violationsOf(world: World): readonly string[] {
  const db = openReadOnly(join(world.tillFolder, 'till.db'))
  if (!db.ok) return [db.refusal.code]
  try {
    return [
      ...compare(db.value, truthOf(world.centre)),
      ...comparePayments(db.value, paymentsOf(world.acquirerLedger)),
      ...verified(world.tillFolder),
      ...world.faults(),
    ]
  } finally {
    db.value.close()
  }
}
