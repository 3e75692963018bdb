import { enableCompileCache, flushCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { join, resolve } from 'node:path'
import { refuse, type Refusal, type Result, ok } from '../core/result.ts'
import type { CommitHook } from '../db/connection/database.ts'
import { refusalSentence } from './contract/messages/refusal-sentence.ts'

const USAGE =
  '用法：engine --data 数据目录 --config 配置文件 [--port 端口] [--page 页面目录] [--transport ws|port]，或 engine --describe'

type CommandLine =
  | { readonly kind: 'describe' }
  | {
      readonly kind: 'run'
      readonly data: string
      readonly config: string
      readonly port: number
      readonly page: string | undefined
      readonly transport: 'ws' | 'port'
    }

function readCommandLine(argv: readonly string[]): CommandLine | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string' },
        config: { type: 'string' },
        port: { type: 'string', default: '0' },
        page: { type: 'string' },
        transport: { type: 'string', default: 'ws' },
        describe: { type: 'boolean', default: false },
      },
    })
    if (values.describe) return { kind: 'describe' }
    const port = Number(values.port)
    const { data, config, page, transport } = values
    if (data === undefined || config === undefined) return undefined
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return undefined
    if (transport !== 'ws' && transport !== 'port') return undefined
    return {
      kind: 'run',
      data: resolve(data),
      config: resolve(config),
      port,
      page: page === undefined ? undefined : resolve(page),
      transport,
    }
  } catch {
    // an option that parseArgs does not know
    return undefined
  }
}

const say = (text: string): void => void process.stderr.write(`${text}\n`)

/**
 * Runs the engine as its command line says; resolves when it is up. Sets the exit code when it cannot run. `commitHook` is
 * for programs that test what a crash leaves.
 */
export async function runEngine(argv: readonly string[], commitHook?: CommitHook): Promise<void> {
  const command = readCommandLine(argv)
  if (command === undefined) {
    say(USAGE)
    process.exitCode = 2
    return
  }
  if (command.kind === 'describe') {
    const { openRpcDocument } = await import('./contract/openrpc.ts')
    process.stdout.write(`${JSON.stringify(openRpcDocument(), null, 2)}\n`)
    return
  }
  const started = await serve(command, commitHook)
  if (!started.ok) fail(started.refusal, command.transport)
}

/** Says in one sentence why the engine cannot run; a shell that waits on its channel is told, too. */
function fail(refusal: Refusal, transport: 'ws' | 'port'): void {
  say(refusalSentence(refusal))
  process.exitCode = 1
  if (transport === 'port' && process.send !== undefined) {
    process.send({ type: 'failed', refusal }, () => process.disconnect())
  }
}

async function serve(
  command: Extract<CommandLine, { kind: 'run' }>,
  commitHook: CommitHook | undefined,
): Promise<Result<null>> {
  // compiled modules are kept beside the data, where nobody else may write; a start costs half of it then
  enableCompileCache(join(command.data, 'compile-cache'))
  const { loadConfig } = await import('./config/config.ts')
  const config = await loadConfig(command.config)
  if (!config.ok) return config
  const { composeEngine } = await import('./compose.ts')
  const composed = await composeEngine({
    dataFolder: command.data,
    config: config.value,
    ...(commitHook !== undefined && { commitHook }),
  })
  if (!composed.ok) return composed
  const engine = composed.value
  const { createRpcServer } = await import('./transport/json-rpc.ts')
  const server = createRpcServer(engine.handlers, engine.events, engine.reportFault)
  let close: () => Promise<void> = () => Promise.resolve()
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    close()
      .then(() => engine.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          engine.reportFault('stop', error)
          process.exit(1)
        },
      )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('uncaughtException', (error) => {
    // the journal is on disk; the shell starts a new engine, which recovers
    engine.reportFault('uncaught', error)
    process.exit(70)
  })
  if (command.transport === 'port') {
    const { servePorts } = await import('./transport/port-transport.ts')
    engine.start()
    return servePorts(server, stop)
      ? ok(null)
      : refuse('CONFIG_INVALID', { file: '-', where: 'transport', problem: 'no-port' })
  }
  const { serveWebSocket } = await import('./transport/websocket-transport.ts')
  const endpoint = await serveWebSocket(server, { port: command.port, pageFolder: command.page })
  close = endpoint.close
  const ready = {
    ready: true,
    url: endpoint.url,
    token: endpoint.tokens.automation,
    ...(endpoint.pageUrl !== undefined && { page: endpoint.pageUrl }),
    ...(endpoint.displayUrl !== undefined && { display: endpoint.displayUrl }),
  }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
  engine.start()
  flushCompileCache()
  return ok(null)
}
