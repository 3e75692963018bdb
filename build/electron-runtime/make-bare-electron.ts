import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'

/** The Electron inside the registry's package. */
export const REGISTRY_ELECTRON_VERSION = '33.2.1'

/**
 * Turns the unpacked folder of another product into a bare Electron: the program renamed (so that `app.isPackaged` is
 * false), the fuses that Playwright needs, a default app that loads the folder given on the command line.
 */
export async function makeBareElectron(folder: string): Promise<void> {
  const executable = join(folder, 'electron')
  await rename(join(folder, 'Cypress'), executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // the product's own start-up snapshot went with its resources
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await rm(join(folder, 'browser_v8_context_snapshot.bin'), { force: true })
  await rm(join(folder, 'resources'), { recursive: true, force: true })
  await mkdir(join(folder, 'resources'))
  await createPackage(join(import.meta.dirname, 'default-app'), join(folder, 'resources', 'default_app.asar'))
  await writeFile(join(folder, 'version'), REGISTRY_ELECTRON_VERSION)
}
