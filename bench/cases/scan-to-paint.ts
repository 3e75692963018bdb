import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { plugIn, type PtyPair } from '../../device-twins/pty-pair.ts'
import { ensureBundle } from '../../build/bundle/ensure-bundle.ts'
import { openInBrowser, openInElectron, type TillFiles } from '../../build/display/till-windows.ts'
import { startVirtualDisplay } from '../../build/display/virtual-display.ts'
import { CACHE } from '../../build/paths.ts'
import { PRACTICE_OPERATOR, writePracticeShop } from '../../build/practice/practice-shop.ts'
import { figureAtP99, type Figure } from '../measure/figure.ts'
import {
  clockOffset,
  emptyInputToPaint,
  fillEmptyPage,
  forgetPaints,
  nextPaint,
  nowMs,
  watchPaint,
} from '../measure/paint-watch.ts'
import { barcodeOf, manyGoodsFolder } from '../seed/many-goods.ts'

const GOODS = 200_000
const WARM_UP = 20
const SCANS = 400
const LINES_PER_SALE = 10
/** Any large step that shares no factor with the number of goods: no two scans in a row are neighbours. */
const STEP = 7_919
const SIZE = { width: 1366, height: 768 } as const
/** Between the beginnings of two scans at least: the till takes a scanner that brings fifty a second for mad. */
const TURN_MS = 40
/** At the speed of quick fingers; faster would be a scanner. */
const FINGERS_MS = 60
const LINE = '[data-testid="basket-line"]'

type Shell = 'browser' | 'electron'
type OpenPages = { readonly till: Page; readonly empty: Page; readonly close: () => Promise<void> }

/** Last byte of a scan on a serial wire → its line painted, against what an empty page in the same shell needs for a key. */
export async function benchScanToPaint(): Promise<Figure[]> {
  await ensureBundle((line) => process.stderr.write(`${line}\n`))
  const goods = await manyGoodsFolder(join(CACHE, 'bench'), GOODS)
  const display = process.env['DISPLAY'] === undefined ? await startVirtualDisplay() : undefined
  if (display !== undefined) process.env['DISPLAY'] = display.name
  try {
    return [await benchShell('browser', goods), await benchShell('electron', goods)]
  } finally {
    await display?.stop()
  }
}

async function benchShell(shell: Shell, goods: string): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'till-bench-paint-'))
  const dataDir = join(folder, 'data')
  cpSync(goods, dataDir, { recursive: true })
  const wire = await plugIn(folder)
  // nobody listens on port 9: a scan asks the centre nothing
  const scanners = [{ name: '扫码枪', path: wire.path }]
  const configFile = await writePracticeShop(folder, { centreUrl: 'http://127.0.0.1:9', scanners })
  const pages = await openPages(shell, { dataDir, configFile })
  try {
    const [measured, yardstick] = await takeTurns(wire, pages)
    return figureAtP99(
      {
        id: `scan-to-paint-${shell}`,
        what: `last byte of a scan → line painted, ${GOODS.toLocaleString('en')} goods, ${shell}`,
        yardstick: 'an empty page: key pressed → painted',
        limit: 2,
      },
      measured,
      yardstick,
    )
  } finally {
    await pages.close()
    await wire.unplug()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function openPages(shell: Shell, files: TillFiles): Promise<OpenPages> {
  if (shell === 'browser') {
    const till = await openInBrowser(files, SIZE)
    const empty = await till.browser.newPage({ viewport: SIZE })
    return { till: till.page, empty, close: till.close }
  }
  const till = await openInElectron(files, SIZE)
  return { till: till.page, empty: await openEmptyWindow(till.app), close: till.close }
}

async function openEmptyWindow(app: ElectronApplication): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(async ({ BrowserWindow }, { width, height }) => {
    const window = new BrowserWindow({
      width,
      height,
      webPreferences: { sandbox: true, backgroundThrottling: false },
    })
    await window.loadURL('data:text/html,empty')
  }, SIZE)
  return opened
}

/** Both in turn, so that both meet the same machine. */
async function takeTurns(wire: PtyPair, { till, empty }: OpenPages): Promise<[number[], number[]]> {
  const measured: number[] = []
  const yardstick: number[] = []
  await signIn(till)
  await till.locator('[data-slot="scanner-1"][data-state="ready"]').waitFor()
  await fillEmptyPage(empty)
  await watchPaint(till, LINE)
  const offset = await clockOffset(till)
  for (let turn = 0; turn < WARM_UP + SCANS; turn += 1) {
    const began = nowMs()
    const reference = await emptyInputToPaint(empty)
    const elapsed = await scanOnce(wire, till, barcodeOf((turn * STEP) % GOODS), offset)
    if (turn >= WARM_UP) {
      yardstick.push(reference)
      measured.push(elapsed)
    }
    if (turn % LINES_PER_SALE === LINES_PER_SALE - 1) await voidSale(till)
    await pause(Math.max(0, began + TURN_MS - nowMs()))
  }
  return [measured, yardstick]
}

async function scanOnce(wire: PtyPair, till: Page, code: string, offset: number): Promise<number> {
  await forgetPaints(till)
  const lines = await till.locator(LINE).count()
  await wire.send(code)
  const sentAt = nowMs()
  await wire.send('\r')
  const paintedAt = (await nextPaint(till)) + offset
  // a paint of something else would be a time of something else
  if ((await till.locator(LINE).count()) !== lines + 1) throw new Error(`no line for ${code}`)
  return paintedAt - sentAt
}

async function signIn(till: Page): Promise<void> {
  await till.getByLabel('工号').waitFor()
  for (const text of [PRACTICE_OPERATOR.number, PRACTICE_OPERATOR.password, '0']) {
    await till.keyboard.type(text, { delay: FINGERS_MS })
    await till.keyboard.press(text === '0' ? 'Enter' : 'Tab')
  }
  await till.getByTestId('next-step').waitFor()
}

async function voidSale(till: Page): Promise<void> {
  for (const key of ['Shift+Delete', 'ArrowDown', 'Shift+Delete']) await till.keyboard.press(key)
  await till.getByTestId('basket-empty').waitFor()
}
