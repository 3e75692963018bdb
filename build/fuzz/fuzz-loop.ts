import type { Coverage } from './coverage.ts'
import { mutate } from './mutate.ts'
import { createRandom, type Random } from './random.ts'
import { createReach, type Reach } from './reach.ts'

/** A parser under test; `run` throws when it broke a promise. */
export type Target = {
  readonly name: string
  readonly run: (bytes: Uint8Array) => void
  readonly seeds?: readonly Uint8Array[] | undefined
}

export type FuzzResult = {
  readonly runs: number
  /** Functions that ran, and characters of source inside them that never did. */
  readonly functions: number
  readonly unreached: number
  /** Inputs that reached something new. */
  readonly corpus: number
  /** The shortest input found that breaks it, with what was thrown. */
  readonly failure?: { readonly input: Uint8Array; readonly error: unknown }
}

export type FuzzOptions = {
  readonly runs: number
  readonly seed: number
  readonly coverage: Coverage
  readonly onProgress: (soFar: Omit<FuzzResult, 'failure'>) => void
}

/** Inputs between two looks at the coverage: a look costs milliseconds. */
const BATCH = 500
const PROGRESS_EVERY = 100_000

type Failure = NonNullable<FuzzResult['failure']>

function failureOf(target: Target, input: Uint8Array): Failure | undefined {
  try {
    target.run(input)
    return undefined
  } catch (error) {
    return { input, error }
  }
}

/** Takes parts away for as long as it still breaks. */
function shortest(target: Target, failure: Failure): Failure {
  let best = failure
  for (let size = Math.ceil(best.input.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < best.input.length;) {
      const rest = Uint8Array.from([...best.input.subarray(0, start), ...best.input.subarray(start + size)])
      const shorter = failureOf(target, rest)
      if (shorter === undefined) start += size
      else best = shorter
    }
  }
  return best
}

/** Picks the inputs of a batch that reached code nobody had reached, one by one, and adds them to both. */
async function learn(
  target: Target,
  batch: readonly Uint8Array[],
  coverage: Coverage,
  reach: Reach,
  corpus: Uint8Array[],
): Promise<void> {
  const together = await coverage.take()
  if (!reach.isNew(together)) return
  for (const input of batch) {
    target.run(input)
    if (reach.add(await coverage.take())) corpus.push(input)
  }
  // what only shows when many run together would be looked for again and again
  reach.add(together)
}

function next(corpus: readonly Uint8Array[], random: Random): Uint8Array {
  // the newest went furthest
  const pick = (): number =>
    random(2) === 0 ? random(corpus.length) : corpus.length - 1 - random(Math.min(8, corpus.length))
  const nothing = new Uint8Array()
  return mutate(corpus[pick()] ?? nothing, corpus[pick()] ?? nothing, random)
}

/**
 * Runs a target on many inputs, each made from one that reached code which none before it had. Stops at the first input
 * that breaks it. The same seed gives the same inputs.
 */
export async function fuzz(target: Target, options: FuzzOptions): Promise<FuzzResult> {
  const random = createRandom(options.seed)
  const reach = createReach()
  const corpus: Uint8Array[] = [new Uint8Array(), ...(target.seeds ?? [])]
  const soFar = (runs: number): Omit<FuzzResult, 'failure'> => ({
    runs,
    functions: reach.functions(),
    unreached: reach.unreached(),
    corpus: corpus.length,
  })

  let runs = 0
  let batch: readonly Uint8Array[] = [...corpus]
  while (runs < options.runs) {
    for (const input of batch) {
      runs += 1
      const failure = failureOf(target, input)
      if (failure !== undefined) return { ...soFar(runs), failure: shortest(target, failure) }
    }
    await learn(target, batch, options.coverage, reach, corpus)
    if (runs % PROGRESS_EVERY < BATCH) options.onProgress(soFar(runs))
    batch = Array.from({ length: Math.min(BATCH, options.runs - runs) }, () => next(corpus, random))
  }
  return soFar(runs)
}
