import { fen, formatYuan, type Fen } from '../../../core/money/fen.ts'
import type { CustomerDisplay } from '../../../native-bridge/display/display-service.ts'
import type { AmountKind } from '../../../native-bridge/display/content.ts'
import type { DisplayView } from '../../contract/devices.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { SettingOf } from '../../config/device-settings.ts'

/** The pole display's next content: an amount, two lines, or nothing. */
export type PoleContent =
  | { readonly kind: 'amount'; readonly what: AmountKind; readonly amount: Fen }
  | { readonly kind: 'text'; readonly upper: string; readonly lower: string }
  | { readonly kind: 'nothing' }

/** Displays that show digits only. */
export const isDigitsOnly = (driver: SettingOf<'display'>['driver']): boolean =>
  driver === 'led8' || driver === 'led8n'

const IDLE: DisplayView = {
  state: 'idle',
  lines: [],
  total: 0,
  due: 0,
  received: null,
  change: null,
  qr: null,
}

/** What the customer may see of a sale: goods and amounts, nothing about the person. `now` in milliseconds since 1970. */
export function displayViewOf(sale: SaleView | null, now: number): DisplayView {
  if (sale === null || sale.state === 'voided' || sale.state === 'held') return IDLE
  const taken = sale.tenders.filter((tender) => tender.state === 'taken')
  const sum = (part: 'received' | 'change'): number => taken.reduce((all, tender) => all + tender[part], 0)
  const code = codeToScan(sale, now)
  return {
    state: sale.state === 'completed' ? 'thanks' : 'selling',
    lines: sale.lines.map(({ name, quantity, unit, amount }) => ({ name, quantity, unit, amount })),
    total: sale.totals.total,
    due: sale.totals.outstanding,
    received: taken.length === 0 ? null : sum('received'),
    change: taken.length === 0 ? null : sum('change'),
    qr: code === undefined ? null : { text: code.text, amount: code.amount },
  }
}

type CodeToScan = { readonly text: string; readonly amount: number; readonly expiresAt: number }

/** The code that waits for the customer's phone, if one does that may still be scanned. */
export function codeToScan(sale: SaleView, now: number): CodeToScan | undefined {
  return sale.tenders
    .flatMap(({ amount, shownCode }) => (shownCode === null ? [] : [{ ...shownCode, amount }]))
    .find(({ expiresAt }) => expiresAt > now)
}

type Line = DisplayView['lines'][number]

/** The line that was added or changed since the last view. */
function changedLine(before: DisplayView, now: DisplayView): Line | undefined {
  return now.lines.find((line, index) => {
    const old = before.lines[index]
    return old === undefined || old.name !== line.name || old.amount !== line.amount
  })
}

const yuan = (amount: number): string => formatYuan(fen(amount))

/** What a pole display shows when the customer's view changed from one to the other. Pure. */
export function poleContent(before: DisplayView, now: DisplayView, digitsOnly: boolean): PoleContent {
  const amount = (what: AmountKind, value: number): PoleContent => ({
    kind: 'amount',
    what,
    amount: fen(value),
  })
  if (now.state === 'idle') return { kind: 'nothing' }
  if (now.state === 'thanks') {
    if (digitsOnly) return amount('change', now.change ?? 0)
    return { kind: 'text', upper: `找零 ${yuan(now.change ?? 0)}`, lower: '谢谢惠顾 祝您健康' }
  }
  const line = changedLine(before, now)
  if (line === undefined || now.lines.length < before.lines.length) return amount('total', now.due)
  if (digitsOnly) return amount('price', line.amount)
  return { kind: 'text', upper: line.name, lower: `${yuan(line.amount)} 合计 ${yuan(now.total)}` }
}

/** Puts a content on the display. */
export function showOn(display: CustomerDisplay, content: PoleContent): void {
  switch (content.kind) {
    case 'amount':
      return display.showAmount(content.what, content.amount)
    case 'text':
      return display.show(content)
    case 'nothing':
      return display.clear()
  }
}
