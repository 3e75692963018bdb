import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The version that stands in the `version` file beside an Electron program, without a leading "v". */
export async function versionBeside(executable: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(dirname(executable), 'version'), 'utf8')
    return text.trim().replace(/^v/, '')
  } catch {
    return undefined
  }
}
