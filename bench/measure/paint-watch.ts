import type { Page } from '@playwright/test'

/** Milliseconds since 1970 with fractions, as a page's own clock gives them. */
export const nowMs = (): number => performance.timeOrigin + performance.now()

/** How often a page is asked for its time; the quickest answer is the truest. */
const CLOCK_QUESTIONS = 40

/** What must be added to a time of the page's clock to have this process's. Milliseconds. */
export async function clockOffset(page: Page): Promise<number> {
  let best = { roundTrip: Number.POSITIVE_INFINITY, offset: 0 }
  for (let question = 0; question < CLOCK_QUESTIONS; question += 1) {
    const asked = nowMs()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    const answered = nowMs()
    const roundTrip = answered - asked
    if (roundTrip < best.roundTrip) best = { roundTrip, offset: (asked + answered) / 2 - there }
  }
  return best.offset
}

/**
 * Begins to watch what `selector` finds, now or later: `nextPaint` resolves with the page's time at which a change inside
 * it had been painted. A frame callback runs before its paint; the message that it sends is handled after.
 */
export async function watchPaint(page: Page, selector: string): Promise<void> {
  await page.evaluate((watched) => {
    const times: number[] = []
    const waiting: ((time: number) => void)[] = []
    const painted = (): void => {
      const time = performance.timeOrigin + performance.now()
      const next = waiting.shift()
      if (next === undefined) times.push(time)
      else next(time)
    }
    let pending = false
    const observer = new MutationObserver((records) => {
      const touches = records.some(({ target, addedNodes }) => {
        const inside = target instanceof Element ? target : target.parentElement
        const added = [...addedNodes].some(
          (node) =>
            node instanceof Element && (node.matches(watched) || node.querySelector(watched) !== null),
        )
        return added || inside?.closest(watched) != null
      })
      if (!touches || pending) return
      pending = true
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          pending = false
          painted()
        }
        channel.port2.postMessage(null)
      })
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    Reflect.set(window, 'nextPaint', () => {
      const known = times.shift()
      return known === undefined ? new Promise<number>((resolve) => waiting.push(resolve)) : known
    })
    Reflect.set(window, 'forgetPaints', () => times.splice(0))
  }, selector)
}

/** Longer than any paint takes: what does not come by then was never asked for. */
const PAINT_LIMIT_MS = 30_000

/** The page's time of the next paint that nobody has asked for yet. Rejects when nothing is painted in half a minute. */
export function nextPaint(page: Page): Promise<number> {
  return page.evaluate((limitMs) => {
    const next = Reflect.get(window, 'nextPaint') as () => Promise<number> | number
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('nothing was painted')), limitMs)
    })
    return Promise.race([next(), late])
  }, PAINT_LIMIT_MS)
}

export async function forgetPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const forget = Reflect.get(window, 'forgetPaints') as () => unknown
    forget()
  })
}

const EMPTY = '<!doctype html><title>empty</title><body><p id="seen">0</p></body>'

/** Makes an empty page write what is pressed, as the least that a page can do. */
export async function fillEmptyPage(page: Page): Promise<void> {
  await page.setContent(EMPTY)
  await page.evaluate(() => {
    window.addEventListener('keydown', (event) => {
      const seen = document.getElementById('seen')
      if (seen === null) return
      seen.textContent = `${Number(seen.textContent) + 1}`
      Reflect.set(window, 'pressedAt', performance.timeOrigin + event.timeStamp)
    })
  })
  await watchPaint(page, '#seen')
}

/** One key in an empty page: milliseconds from the input event to its paint. */
export async function emptyInputToPaint(page: Page): Promise<number> {
  await forgetPaints(page)
  await page.keyboard.press('a')
  const paintedAt = await nextPaint(page)
  const pressedAt = await page.evaluate(() => Number(Reflect.get(window, 'pressedAt')))
  return paintedAt - pressedAt
}
