import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writePracticeShop } from '../practice/practice-shop.ts'
import { startCentre } from '../processes/programs.ts'
import { readyText, type ReadyProcess } from '../processes/ready-process.ts'
import type { SimulatedDevices } from './options.ts'

export type OpenShop = {
  readonly dataDir: string
  readonly configFile: string
  /** The sandbox centre; undefined when the configuration names another one. */
  readonly centre: ReadyProcess | undefined
}

const configSchema = z.looseObject({
  centre: z.looseObject({ url: z.string() }),
  acquirer: z.looseObject({ url: z.string() }).nullish(),
})
const recordSchema = z.object({ centreUrl: z.string(), acquirerUrl: z.string().optional() })

/**
 * Opens the practice shop in `folder`: made on the first run, kept afterwards. The sandbox centre is started when the
 * shop's configuration points at it, as it does until somebody writes another address there. With `devices` it brings
 * a whole till's devices along, which are named in a configuration of their own beside the shop's.
 */
export async function openPracticeShop(
  folder: string,
  log: (line: string) => void,
  devices: SimulatedDevices,
): Promise<OpenShop> {
  const dataDir = join(folder, 'till')
  const configFile = join(dataDir, 'config.json')
  const recordFile = join(folder, 'centre.json')
  await mkdir(dataDir, { recursive: true })
  const record = await readJson(recordFile, recordSchema)
  const config = await readJson(configFile, configSchema)
  if (config !== undefined && config.centre.url !== record?.centreUrl) {
    log(`配置指向 ${config.centre.url}，不启动模拟医保中心`)
    return { dataDir, configFile, centre: undefined }
  }
  const centre = await startCentreAgain(join(folder, 'centre'), record?.centreUrl, log, devices !== 'none')
  const centreUrl = readyText(centre, 'url')
  const acquirerUrl = readyText(centre, 'acquirer')
  if (config === undefined) {
    log('第一次启动：建立练习药店')
    const acquirer = { url: acquirerUrl, key: readyText(centre, 'acquirerKey') }
    await writePracticeShop(dataDir, { centreUrl, acquirer })
  } else {
    const moved = {
      ...config,
      centre: { ...config.centre, url: centreUrl },
      // an address that somebody wrote there stays
      ...(config.acquirer?.url === record?.acquirerUrl &&
        config.acquirer != null && { acquirer: { ...config.acquirer, url: acquirerUrl } }),
    }
    await writeFile(configFile, `${JSON.stringify(moved, null, 2)}\n`)
  }
  await writeFile(recordFile, `${JSON.stringify({ centreUrl, acquirerUrl }, null, 2)}\n`)
  return { dataDir, configFile: await withDevices(centre, configFile, devices, log), centre }
}

const devicesReadySchema = z.object({ config: z.string(), hidConfig: z.string() })

/** The shop's configuration with the simulated devices, in a file that is made anew at each start; or the shop's own. */
async function withDevices(
  centre: ReadyProcess,
  configFile: string,
  wanted: SimulatedDevices,
  log: (line: string) => void,
): Promise<string> {
  const ready = devicesReadySchema.safeParse(centre.ready['devices'])
  if (!ready.success) return configFile
  const config = await readJson(configFile, configSchema)
  const named = wanted === 'hid' ? ready.data.hidConfig : ready.data.config
  const devices = await readJson(named, z.looseObject({}))
  const file = configFile.replace(/\.json$/, '-devices.json')
  await writeFile(file, `${JSON.stringify({ ...config, ...devices }, null, 2)}\n`)
  log(`模拟设备：${named}`)
  return file
}

/** Takes the port of the last time, so that the configuration stays true; any other when that one is taken. */
async function startCentreAgain(
  dataDir: string,
  lastUrl: string | undefined,
  log: (line: string) => void,
  devices: boolean,
): Promise<ReadyProcess> {
  log('正在启动模拟医保中心…')
  const lastPort = lastUrl === undefined ? 0 : Number(new URL(lastUrl).port)
  if (lastPort === 0) return startCentre(dataDir, 0, { devices })
  try {
    return await startCentre(dataDir, lastPort, { devices })
  } catch {
    return startCentre(dataDir, 0, { devices })
  }
}

async function readJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
