import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTemplate, type Template } from '../simulation/template.ts'
import { openRealShop, type RealShop } from './real-shop.ts'

let template: Template
let shop: RealShop

beforeAll(async () => {
  template = await makeTemplate({ signedIn: false })
  shop = await openRealShop(template, {})
})
afterAll(async () => {
  await shop.close()
  template.remove()
})

// each round is a life of a real engine
it('a till that was calmed does not die any more, whatever it was doing', { timeout: 120_000 }, async () => {
  for (const nth of [14, 18, 22, 26]) {
    await shop.open({ nth, phase: 'before' })
    const presses = Array.from({ length: 20 }, () =>
      shop.till.begin('scan.submit', { text: '6901234567892' }),
    )
    await shop.calm()
    await Promise.all(presses)
    expect(await shop.till.act('status.get', {})).toMatchObject({ ok: true })
    await shop.clear()
  }
})
