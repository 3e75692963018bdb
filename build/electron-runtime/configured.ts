import { access, constants } from 'node:fs/promises'
import type { ElectronRuntime, NoRuntime } from './runtime.ts'
import { versionBeside } from './version-file.ts'

/** The Electron that the environment variable TILL_ELECTRON_PATH names. */
export async function configuredRuntime(
  environment: NodeJS.ProcessEnv,
): Promise<ElectronRuntime | NoRuntime> {
  const executable = environment['TILL_ELECTRON_PATH']
  if (executable === undefined || executable === '') return { reason: 'TILL_ELECTRON_PATH 没有设置' }
  try {
    await access(executable, constants.X_OK)
  } catch {
    return { reason: `TILL_ELECTRON_PATH 指的 ${executable} 不能运行` }
  }
  return { source: 'configured', executable, version: (await versionBeside(executable)) ?? 'unknown' }
}
