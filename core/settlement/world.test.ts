import { expect, it } from 'vitest'
import { FINDINGS, type Finding } from './finding.ts'
import { prove, type Limits } from './proof.ts'
import { FINAL_STATES, isAsked, type SettlementState } from './state.ts'
import { nextSettlementState, type SettlementEvent } from './transitions.ts'

/**
 * A till and a centre side by side, walked through every order of what may happen between one request and its end: what
 * the centre does and when, which answers arrive, what is asked when, the person who reverses or cancels, restarts. The
 * one thing that is assumed is the region's promise: what was sent takes effect within the quiet period or never.
 */
type Sent = 'settle' | 'cancel' | 'reverse'
type World = {
  readonly state: SettlementState
  readonly waiting: 'absent' | 'standing' | null
  /** The quiet period has passed since the finding that waits. */
  readonly waited: boolean
  readonly failures: number
  readonly undoSent: boolean
  /** What the centre's books say, and what of ours is still on its way into them. */
  readonly books: 'nothing' | 'settled' | 'cancelled' | 'reversed'
  readonly coming: readonly Sent[]
  /** Answers that can still arrive. */
  readonly answers: readonly Sent[]
}

const QUIET = 10
const LIMITS: Limits = { quietPeriodMs: QUIET, attemptsBeforeGivingUp: 2, whenUnprovable: 'reverse' }

const START: World = {
  state: 'quoted',
  waiting: null,
  waited: false,
  failures: 0,
  undoSent: false,
  books: 'nothing',
  coming: [],
  answers: [],
}

function moved(world: World, event: SettlementEvent, change: Partial<World> = {}): World[] {
  const next = nextSettlementState(world.state, event)
  if (!next.ok) return []
  const asked = next.value === world.state ? {} : { waiting: null, waited: false, failures: 0 }
  return [{ ...world, ...asked, ...change, state: next.value }]
}

const without = (list: readonly Sent[], sent: Sent): readonly Sent[] => list.filter((one) => one !== sent)
const having = (list: readonly Sent[], sent: Sent): readonly Sent[] =>
  [...without(list, sent), sent].toSorted()

/** What the books become when something of ours arrives in them. */
function arrived(world: World, sent: Sent): World {
  const { books } = world
  const coming = without(world.coming, sent)
  if (sent === 'settle') return { ...world, coming, books: books === 'nothing' ? 'settled' : books }
  const undone = sent === 'cancel' ? 'cancelled' : 'reversed'
  return { ...world, coming, books: books === 'settled' ? undone : books }
}

/** What is on its way arrives in any order. */
const centreMoves = (world: World): World[] => world.coming.map((sent) => arrived(world, sent))

/** Every way in which what is on its way can arrive or get lost. */
function atRest(world: World): World[] {
  if (world.coming.length === 0) return [world]
  return world.coming.flatMap((sent) => [
    ...atRest(arrived(world, sent)),
    ...atRest({ ...world, coming: without(world.coming, sent) }),
  ])
}

/** Time: by its end everything that was on its way has arrived or never will. */
const quietPasses = (world: World): World[] =>
  atRest(world).map((after) => ({ ...after, waited: world.waiting !== null }))

const sending = (world: World, event: SettlementEvent, sent: Sent): World[] =>
  moved(world, event, {
    coming: having(world.coming, sent),
    answers: having(world.answers, sent),
    undoSent: world.undoSent || sent !== 'settle',
  })

const tillSends = (world: World): World[] => [
  ...moved(world, 'request-stored'),
  ...sending(world, 'request-sent', 'settle'),
  ...(world.state === 'prepared' ? moved(world, 'request-not-sent') : []),
  ...sending(world, 'cancel-sent', 'cancel'),
  ...sending(world, 'reversal-sent', 'reverse'),
]

/** An answer that tells the truth: a refusal is given only by a centre that did nothing of it and will do nothing. */
function answered(world: World, sent: Sent): World[] {
  const answers = without(world.answers, sent)
  const heard = { answers } as const
  const refused = { answers, coming: without(world.coming, sent) } as const
  const untouched = world.coming.includes(sent)
  switch (sent) {
    case 'settle': {
      if (world.books === 'nothing') return untouched ? moved(world, 'answer-refused', refused) : []
      return [
        ...moved(world, world.state === 'sent' ? 'answer-accepted' : 'late-answer-accepted', heard),
        { ...world, ...heard },
      ]
    }
    case 'cancel': {
      const done = world.books === 'cancelled'
      const accepted = world.state === 'settled' ? 'late-undo-accepted' : 'cancel-accepted'
      if (done) return moved(world, accepted, heard)
      return untouched ? moved(world, 'cancel-refused', refused) : []
    }
    case 'reverse': {
      // its acceptance may come before its effect, and may come without one
      const accepted = world.state === 'settled' ? 'late-undo-accepted' : 'reversal-accepted'
      const moves = moved(world, accepted, heard)
      const taken = moves.length === 0 ? [{ ...world, ...heard }] : moves
      return [...taken, ...(untouched ? moved(world, 'reversal-refused', refused) : [])]
    }
  }
}
const answers = (world: World): World[] => world.answers.flatMap((sent) => answered(world, sent))

/** Silence: the till gives up waiting, or starts again after a crash. */
function silence(world: World): World[] {
  return (['answer-missing', 'cancel-answer-missing', 'reversal-answer-missing'] as const).flatMap((event) =>
    moved(world, event),
  )
}

/** What a query may truthfully say, or nothing at all. */
function truths(world: World): readonly Finding[] {
  const told: Record<World['books'], Finding> = {
    nothing: 'absent',
    settled: 'found',
    cancelled: 'cancelled',
    reversed: 'absent',
  }
  return [told[world.books], 'inconclusive']
}

function asks(world: World): World[] {
  const { state } = world
  if (!isAsked(state)) return []
  return truths(world).flatMap((finding) => {
    const failures = finding === 'inconclusive' ? Math.min(world.failures + 1, 3) : 0
    const proof = prove({
      state,
      finding,
      waiting: world.waiting === null ? null : { finding: world.waiting, since: 0 },
      askedAt: world.waited ? QUIET : 1,
      answeredAt: 0,
      mayArriveUntil: 0,
      failures,
      limits: LIMITS,
      reversible: true,
      undoSent: world.undoSent,
    })
    if (proof.event !== null) return moved(world, proof.event)
    const waiting = proof.waiting?.finding ?? null
    return [{ ...world, waiting, waited: waiting === world.waiting && world.waited, failures }]
  })
}

const STEPS = [tillSends, centreMoves, quietPasses, answers, silence, asks]

function reachable(): Map<string, World> {
  const seen = new Map<string, World>([[JSON.stringify(START), START]])
  for (const world of seen.values()) {
    for (const after of STEPS.flatMap((step) => step(world))) {
      const key = JSON.stringify(after)
      if (!seen.has(key)) seen.set(key, after)
    }
  }
  return seen
}

const WORLDS = [...reachable().values()]

it('walks a world worth walking', () => {
  expect(WORLDS.length).toBeGreaterThan(200)
  const states = new Set(WORLDS.map((world) => world.state))
  for (const state of ['settled', 'refused', 'cancelled', 'reversed', 'disputed', 'reverse-unknown']) {
    expect(states).toContain(state)
  }
})

it('never lets a sale be settled again, or paid, while the centre holds its money or may come to hold it', () => {
  const finals: readonly SettlementState[] = FINAL_STATES
  const wrong = WORLDS.filter(
    (world) =>
      finals.includes(world.state) &&
      (world.books === 'settled' || (world.books === 'nothing' && world.coming.includes('settle'))),
  )
  expect(wrong).toEqual([])
})

it('never calls settled what the centre does not hold, nor what an undoing may still take away', () => {
  const wrong = WORLDS.filter(
    (world) =>
      world.state === 'settled' &&
      (world.books !== 'settled' || world.coming.includes('cancel') || world.coming.includes('reverse')),
  )
  expect(wrong).toEqual([])
})

it('has a way on from everywhere: once the centre has come to rest and answers, every walk ends', () => {
  const finals: readonly SettlementState[] = [...FINAL_STATES, 'settled']
  const stuck = WORLDS.filter((world) => isAsked(world.state)).filter((world) => {
    let now: World = world
    for (let round = 0; round < 8 && isAsked(now.state); round += 1) {
      const [rested = now] = quietPasses(now)
      const [told] = asks(rested)
      now = told ?? rested
    }
    // an accepted reversal without effect, and an absence of what was disputed, are for people
    const forPeople =
      (now.state === 'reversing' && now.books === 'settled') ||
      (now.state === 'disputed' && now.books !== 'settled' && now.books !== 'cancelled')
    return !finals.includes(now.state) && !forPeople
  })
  expect(stuck).toEqual([])
})

it('knows every finding', () => {
  expect(new Set(WORLDS.flatMap((world) => [...truths(world)]))).toEqual(
    new Set(FINDINGS.filter((finding) => finding !== 'does-not-add-up')),
  )
})
