import { join, resolve } from 'node:path'
import type { CustomerDisplayMode } from './second-screen.ts'

/** What the command line and the environment say about where the shop's data is. */
export type GivenOptions = {
  readonly dataDir: string | undefined
  readonly configFile: string | undefined
  /** A Node that runs the engine in place of Electron's own process; never honoured in the packaged product. */
  readonly engineNode: string | undefined
  readonly customerDisplay: CustomerDisplayMode
}

function valueAfter(argv: readonly string[], flag: string): string | undefined {
  const index = argv.indexOf(flag)
  const value = index === -1 ? undefined : argv[index + 1]
  return value === undefined || value.startsWith('-') ? undefined : value
}

const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text)
const absolute = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : resolve(path)

function customerDisplayOf(text: string | undefined): CustomerDisplayMode {
  return text === 'window' || text === 'off' ? text : 'auto'
}

/**
 * Reads `--data DIR`, `--config FILE` and `--customer-display auto|window|off`, or TILL_DATA, TILL_CONFIG and
 * TILL_CUSTOMER_DISPLAY, and TILL_ENGINE_NODE. The command line wins.
 */
export function readGivenOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): GivenOptions {
  return {
    dataDir: absolute(valueAfter(argv, '--data') ?? filled(environment['TILL_DATA'])),
    configFile: absolute(valueAfter(argv, '--config') ?? filled(environment['TILL_CONFIG'])),
    engineNode: filled(environment['TILL_ENGINE_NODE']),
    customerDisplay: customerDisplayOf(
      valueAfter(argv, '--customer-display') ?? environment['TILL_CUSTOMER_DISPLAY'],
    ),
  }
}

/** The program that Electron's utility process runs, and its arguments. */
export type EngineCommand = { readonly entry: string; readonly args: readonly string[] }

/**
 * The engine's command line. `appFolder` is the repository in development and the archive in the product, which runs the
 * built engine; a Node that is named runs the sources behind the bridge.
 */
export function engineCommand(
  given: GivenOptions,
  shell: { readonly dataDir: string; readonly appFolder: string; readonly isPackaged: boolean },
): EngineCommand {
  const config = given.configFile ?? join(shell.dataDir, 'config.json')
  const args = ['--data', shell.dataDir, '--config', config, '--transport', 'port']
  if (given.engineNode === undefined || shell.isPackaged) {
    return { entry: join(shell.appFolder, 'out', 'engine', 'main.js'), args }
  }
  return {
    entry: join(shell.appFolder, 'out', 'main', 'engine-bridge.js'),
    args: [given.engineNode, join(shell.appFolder, 'engine', 'main.ts'), ...args],
  }
}
