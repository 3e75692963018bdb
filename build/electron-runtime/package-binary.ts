import { access, constants, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inPackages } from '../paths.ts'
import type { ElectronRuntime, NoRuntime } from './runtime.ts'
import { versionBeside } from './version-file.ts'

/** The binary that the `electron` package downloaded earlier, when it is whole. */
export async function packageRuntime(
  source: 'package' | 'download' = 'package',
): Promise<ElectronRuntime | NoRuntime> {
  try {
    const name = (await readFile(inPackages('electron', 'path.txt'), 'utf8')).trim()
    const executable = join(inPackages('electron', 'dist'), name)
    await access(executable, constants.X_OK)
    const version = await versionBeside(executable)
    if (version === undefined) return { reason: 'electron 包里的运行时不完整' }
    return { source, executable, version }
  } catch {
    return { reason: 'electron 包里还没有运行时' }
  }
}
