import { join } from 'node:path'
import { openReadOnly } from '../db/connection/open-database.ts'
import { truthOfShop } from './compare/centre-truth.ts'
import { compare } from './compare/compare.ts'
import { verified } from './compare/verified.ts'
import { bringToRest } from './driver/bring-to-rest.ts'
import { moveOnce, type Hands } from './driver/cashier.ts'
import { createShelf } from './driver/shelf.ts'
import { createRandom, type Random } from './random.ts'
import type { ScheduleResult } from './run-simulated.ts'
import { drawRealFault } from './processes/draw-real-fault.ts'
import type { KillPlan, RealShop } from './processes/real-shop.ts'

/** The region's quiet period in these schedules, and the till's patience; both in real milliseconds. */
export const REAL_QUIET_MS = 400
export const REAL_ANSWER_LIMIT_MS = 400

const SHOP = 'P44190000001'
const MOVES = { least: 8, most: 16 } as const
const FAULT_CHANCE = 0.35

function drawKill(random: Random): KillPlan {
  return { nth: random.between(1, 40), phase: random.pick(['before', 'after']) }
}

/** Runs the schedule of one seed with real processes: engine and centre, HTTP, files, SIGKILL. */
export async function runReal(shop: RealShop, seed: number): Promise<ScheduleResult> {
  const random = createRandom(seed)
  const shelf = createShelf(random)
  const moves: string[] = []
  let powerCuts = 0
  const { till, admin } = shop
  const hands: Hands = { till, random, shelf, people: new Map() }
  await shop.open(drawKill(random))
  const count = random.between(MOVES.least, MOVES.most)
  for (let done = 0; done < count; done += 1) {
    if (random.chance(FAULT_CHANCE))
      await admin.addFaults(drawRealFault(random, REAL_QUIET_MS, REAL_ANSWER_LIMIT_MS))
    const move = moveOnce(hands)
    if (random.chance(0.06)) {
      await till.pass(random.between(0, 1_000_000))
      await shop.kill()
    }
    moves.push(await move)
    if (!till.isDead()) continue
    powerCuts += 1
    moves.push('killed')
    await shop.restart(random.chance(0.3) ? drawKill(random) : undefined)
  }
  await admin.clearFaults()
  await admin.release()
  await shop.calm()
  const open = await bringToRest({ hands, rounds: 100, roundMs: 1_000_000 })
  await shop.clear()
  const truth = await truthOfShop(admin, SHOP)
  const db = openReadOnly(join(shop.tillFolder(), 'till.db'))
  if (!db.ok) return { seed, moves, powerCuts, violations: [db.refusal.code] }
  const violations = [...open, ...compare(db.value, truth), ...verified(shop.tillFolder())]
  db.value.close()
  return { seed, moves, powerCuts, violations }
}
