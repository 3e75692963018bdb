import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeEngine } from '../../engine/compose.ts'
import type { Engine } from '../../engine/composition/parts.ts'
import { loadConfig } from '../../engine/config/config.ts'
import { createGateway, type Gateway } from '../../insurance/gateway/gateway.ts'
import { PRACTICE_OPERATOR, writePracticeShop } from '../../build/practice/practice-shop.ts'
import { startCentre } from '../../build/processes/programs.ts'

/** A centre, an engine in this process and a folder for both; gone when closed. */
export type Workshop = {
  readonly engine: Engine
  readonly folder: string
  /** Milliseconds spent waiting for the centre since the last call. */
  readonly takeCentreTime: () => number
  readonly close: () => Promise<void>
}

/** Adds up the time between handing a request to the gateway and its answer. */
function meteredGateway(gateway: Gateway, add: (elapsedMs: number) => void): Gateway {
  return {
    ...gateway,
    send: async (...call) => {
      const begun = performance.now()
      try {
        return await gateway.send(...call)
      } finally {
        add(performance.now() - begun)
      }
    },
  }
}

/**
 * Sets up a signed-in engine against a sandbox centre in its own process. `dataFolder` is copied first, so that a
 * database with a past can be used again.
 */
export async function openWorkshop(dataFolder?: string): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), 'till-bench-'))
  const centre = await startCentre(join(folder, 'centre'), 0)
  const configFile = await writePracticeShop(folder, { centreUrl: String(centre.ready['url']) })
  const till = join(folder, 'till')
  if (dataFolder !== undefined) {
    cpSync(dataFolder, till, { recursive: true })
    // else the first commits would pay for writing out the copy
    execFileSync('sync')
  }
  const config = await loadConfig(configFile)
  if (!config.ok) throw new Error(config.refusal.code)
  let centreTime = 0
  const composed = await composeEngine({
    dataFolder: till,
    config: config.value,
    makeGateway: (options) =>
      meteredGateway(createGateway(options), (elapsedMs) => (centreTime += elapsedMs)),
  })
  if (!composed.ok) throw new Error(composed.refusal.code)
  const engine = composed.value
  const signedIn = await engine.handlers['session.signIn']({
    operatorNumber: PRACTICE_OPERATOR.number,
    password: PRACTICE_OPERATOR.password,
    openingFloat: 0,
  })
  if (!signedIn.ok) throw new Error(signedIn.refusal.code)
  return {
    engine,
    folder,
    takeCentreTime: () => {
      const taken = centreTime
      centreTime = 0
      return taken
    },
    close: async () => {
      await engine.stop()
      await centre.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
