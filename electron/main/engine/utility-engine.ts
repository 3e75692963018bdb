import { utilityProcess } from 'electron'
import type { EngineCommand } from '../options.ts'
import type { EngineProcess } from './engine-process.ts'
import { isReadyMessage } from '../../engine-bridge/frames.ts'
import { killLater } from './kill-later.ts'
import { keepLastWords } from './last-words.ts'

/** Starts the engine, or the bridge to one, in Electron's utility process. */
export function startUtilityEngine(command: EngineCommand): EngineProcess {
  const child = utilityProcess.fork(command.entry, [...command.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    serviceName: 'till engine',
  })
  // these are there with `pipe`, but only as NodeJS.ReadableStream
  const lastWords = keepLastWords(child.stdout, child.stderr)
  return {
    onReady: (listener) => {
      child.on('message', (message: unknown) => {
        if (isReadyMessage(message)) listener()
      })
    },
    onExit: (listener) => child.once('exit', (code) => listener({ code, lastWords: lastWords() })),
    connect: (port, role) => child.postMessage({ type: 'connect', role }, [port]),
    stop: () => {
      const { pid } = child
      child.kill()
      killLater(pid, (ended) => child.once('exit', ended))
    },
  }
}
