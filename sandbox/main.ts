import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { centreConfigSchema, type CentreConfig } from './config/centre-config.ts'
import { openDeviceShop } from './devices/device-shop.ts'
import { LedgerFileError } from './storage/open-ledger-file.ts'
import { startCentre } from './start-centre.ts'

const USAGE =
  '用法：node sandbox/main.ts --data 目录 --port 端口 [--admin-port 端口] [--acquirer-port 端口] [--config 文件] [--devices]'

/** A command line or configuration that cannot be used. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`端口不合法：${text ?? ''}`)
  return port
}

function readConfig(file: string | undefined): CentreConfig {
  let value: unknown = {}
  if (file !== undefined) {
    try {
      value = JSON.parse(readFileSync(file, 'utf8'))
    } catch (error) {
      throw new UsageError(`配置文件读不出来：${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const parsed = centreConfigSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new UsageError(`配置文件有错：\n${z.prettifyError(parsed.error)}`)
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        'admin-port': { type: 'string' },
        'acquirer-port': { type: 'string' },
        config: { type: 'string' },
        devices: { type: 'boolean', default: false },
      },
    })
    return values
  } catch {
    throw new UsageError(USAGE)
  }
}

async function main(): Promise<void> {
  const args = readArguments()
  if (args.data === undefined) throw new UsageError(USAGE)
  const devices = args.devices ? await openDeviceShop(join(args.data, 'devices')) : undefined
  const adminToken = randomBytes(24).toString('base64url')
  const centre = await startCentre({
    folder: args.data,
    port: portOf(args.port),
    adminPort: portOf(args['admin-port']),
    acquirerPort: portOf(args['acquirer-port']),
    adminToken,
    config: readConfig(args.config),
    devices,
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void Promise.all([centre.stop(), devices?.stop()]).then(() => process.exit(0))
    })
  }
  const found = devices && {
    config: devices.configFile,
    hidConfig: devices.hidConfigFile,
    paths: devices.paths,
    printer: `127.0.0.1:${devices.printerPort}`,
  }
  process.stdout.write(
    `${JSON.stringify({
      ready: true,
      url: centre.url,
      admin: centre.admin,
      adminToken,
      acquirer: centre.acquirer,
      acquirerKey: centre.acquirerKey,
      devices: found,
    })}\n`,
  )
}

main().catch((error: unknown) => {
  const expected = error instanceof UsageError || error instanceof LedgerFileError
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${expected ? message : `模拟医保中心启动失败：${message}`}\n`)
  process.exit(expected ? 2 : 1)
})
