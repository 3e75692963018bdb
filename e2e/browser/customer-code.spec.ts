import { chromium, expect, test } from '@playwright/test'
import { PAGE_FOLDER } from '../../build/bundle/ensure-bundle.ts'
import type { DisplayView } from '../../engine/contract/devices.ts'
import type { SessionView } from '../../engine/contract/session.ts'
import type { RpcServer } from '../../engine/transport/json-rpc.ts'
import { serveWebSocket } from '../../engine/transport/websocket-transport.ts'
import { QUIET_FLAGS, sandboxFlags } from '../../build/display/chromium-flags.ts'
import { findChromium } from '../../build/display/find-chromium.ts'
import { codeIn } from '../fixtures/code-in.ts'

const SESSION: SessionView = {
  shop: { code: 'H1', name: '某某大药房', till: '1', areaCode: '441900', regionName: '东莞', notice: null },
  operator: null,
  shift: null,
  insuranceSign: 'signed-out',
}
const SELLING: DisplayView = {
  state: 'selling',
  lines: Array.from({ length: 11 }, (_, index) => ({
    name: `药品${index + 1}`,
    quantity: 10_000,
    unit: '盒',
    amount: 100,
  })),
  total: 1_100,
  due: 1_100,
  received: null,
  change: null,
  qr: null,
}

/** An engine of which only the customer's view is there, as the test wants it. */
function playEngine() {
  let view = SELLING
  const listeners = new Set<(view: DisplayView) => void>()
  const server: RpcServer = {
    connect: (_role, send) => {
      const tell = (params: DisplayView): void => send({ jsonrpc: '2.0', method: 'display.changed', params })
      listeners.add(tell)
      return {
        receive: (message) => {
          const { id, method } = message as { id: number; method: string }
          send({ jsonrpc: '2.0', id, result: method === 'session.get' ? SESSION : view })
          return Promise.resolve()
        },
        close: () => listeners.delete(tell),
      }
    },
  }
  const show = (next: DisplayView): void => {
    view = next
    for (const tell of listeners) tell(next)
  }
  return { server, show }
}

test('the code to pay with can be read from the screen; old lines make room for new ones', async () => {
  const engine = playEngine()
  const endpoint = await serveWebSocket(engine.server, { port: 0, pageFolder: PAGE_FOLDER })
  const executablePath = findChromium() ?? ''
  const browser = await chromium.launch({ executablePath, args: [...sandboxFlags(), ...QUIET_FLAGS] })
  const page = await browser.newPage({ viewport: { width: 1024, height: 600 } })
  await page.goto(endpoint.displayUrl ?? '')
  await expect(page.getByTestId('customer-line')).toHaveCount(8)
  await expect(page.getByText('还有 3 样')).toBeVisible()
  await expect(page.getByTestId('customer-line').last()).toBeInViewport({ ratio: 1 })
  const text = 'https://example.invalid/pay?order=20261126-1-0001&fen=1100'
  engine.show({ ...SELLING, qr: { text, amount: 2_850 } })
  const code = page.getByTestId('customer-code')
  await expect(code).toBeInViewport({ ratio: 1 })
  expect(await codeIn(code)).toBe(text)
  // longer than the largest code: no code, and the page goes on
  engine.show({ ...SELLING, qr: { text: 'x'.repeat(8_000), amount: 2_850 } })
  await expect(code).toBeHidden()
  engine.show({ ...SELLING, state: 'idle', lines: [] })
  await expect(page.getByText('欢迎光临')).toBeVisible()
  await browser.close()
  await endpoint.close()
})
