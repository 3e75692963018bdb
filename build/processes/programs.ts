import { join } from 'node:path'
import { ROOT } from '../paths.ts'
import { startReadyProcess, type ReadyProcess } from './ready-process.ts'

type Extra = { readonly onErrorText?: (text: string) => void; readonly env?: NodeJS.ProcessEnv }

/**
 * Starts the sandbox centre with its state in `dataDir`; port 0 takes any free port, `configFile` says how it differs from
 * Dongguan's. The same program runs the practice acquirer. Ready line: `url`, `acquirer`, `acquirerKey`.
 */
export function startCentre(
  dataDir: string,
  port: number,
  {
    configFile,
    acquirerPort,
    devices = false,
    ...extra
  }: Extra & {
    readonly configFile?: string
    readonly acquirerPort?: number
    /** Simulated devices beside it; the ready line then names them. */
    readonly devices?: boolean
  } = {},
): Promise<ReadyProcess> {
  const args = [
    join(ROOT, 'sandbox', 'main.ts'),
    '--data',
    dataDir,
    '--port',
    String(port),
    ...(acquirerPort === undefined ? [] : ['--acquirer-port', String(acquirerPort)]),
    ...(configFile === undefined ? [] : ['--config', configFile]),
    ...(devices ? ['--devices'] : []),
  ]
  return startReadyProcess({ name: 'sandbox centre', program: process.execPath, args, ...extra })
}

export type EngineOptions = Extra & {
  readonly dataDir: string
  readonly configFile: string
  /** Folder with the built screens, served to a browser on the same port. */
  readonly pageFolder?: string
}

/** Starts the engine on a loopback WebSocket. Ready line: `url`, `token` and, with a page folder, `page` and `display`. */
export function startEngine(options: EngineOptions): Promise<ReadyProcess> {
  const { dataDir, configFile, pageFolder, ...extra } = options
  const page = pageFolder === undefined ? [] : ['--page', pageFolder]
  const args = [
    join(ROOT, 'engine', 'main.ts'),
    '--data',
    dataDir,
    '--config',
    configFile,
    '--transport',
    'ws',
    ...page,
  ]
  return startReadyProcess({ name: 'engine', program: process.execPath, args, ...extra })
}
