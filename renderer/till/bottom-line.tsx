import type { JSX } from 'react'
import { groupedYuan } from '../../engine/contract/messages/amounts.ts'
import { refusalSentence } from '../../engine/contract/messages/refusal-sentence.ts'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { Activity } from '../../engine/contract/status.ts'
import { openSale, type InputKind, type InputState } from '../input/input-state.ts'
import { nextReturnStep } from '../panels/return-words.ts'
import { useEngine, useView } from '../parts/till-context.ts'
import { useNow } from '../parts/use-now.ts'
import type { Notice } from '../stores/view-store.ts'
import { say, type TextKey, type TextParameters } from '../text/say.ts'
import { PrintLine } from './print-line.tsx'

/** The one sentence that says the next step, and in the same place why something did not happen. */
export function BottomLine(): JSX.Element {
  const sale = useEngine((engine) => engine.sale)
  const activity = useEngine((engine) => engine.activity)
  const input = useView((view) => view.input)
  const notice = useView((view) => view.notice)
  return (
    <section className="bottom-line">
      <p className="next-step" aria-live="polite">
        <span className="next-step-label">{say('next.label')}</span>
        <span className="next-step-text" data-testid="next-step">
          {nextStepText(input, sale, activity)}
        </span>
        {activity !== null && <Elapsed key={activity.since} activity={activity} />}
      </p>
      <div className="notice-row">
        <NoticeLine notice={notice} />
        <PrintLine />
      </div>
    </section>
  )
}

function NoticeLine({ notice }: { readonly notice: Notice | null }): JSX.Element {
  return (
    <p className={`notice notice-${notice?.tone ?? 'none'}`} role="status" data-testid="notice">
      {notice !== null && noticeText(notice)}
    </p>
  )
}

export function noticeText(notice: Notice): string {
  return notice.tone === 'refused' ? refusalSentence(notice.refusal) : say(notice.text, notice.parameters)
}

/** Says how long a call to the centre takes, from its second second on. */
function Elapsed({ activity }: { readonly activity: NonNullable<Activity> }): JSX.Element | null {
  const seconds = Math.floor((useNow() - activity.since) / 1000)
  if (seconds < 1) return null
  return (
    <span className="activity" data-testid="activity">
      <i className="busy" aria-hidden="true" />
      {say('activity.elapsed', { activity: say(`activity.${activity.kind}`), seconds })}
    </span>
  )
}

/** The sentence of a state that is about something else than the next step of the sale. */
const STATE_TEXTS: Readonly<Record<Exclude<InputKind, SaleKind>, TextKey>> = {
  search: 'next.search',
  quantity: 'next.quantity',
  discount: 'next.discount',
  price: 'next.price',
  'trace-codes': 'next.traceCodes',
  identify: 'next.identify',
  'choose-insurance': 'next.chooseInsurance',
  'choose-goods': 'next.chooseGoods',
  'confirm-remove': 'next.confirmRemove',
  'confirm-void': 'next.confirmVoid',
  'confirm-sign-out': 'next.confirmSignOut',
  'open-drawer': 'next.openDrawer',
  result: 'next.SALE_COMPLETED',
  recent: 'next.recent',
  uploads: 'next.uploads',
  held: 'next.held',
  help: 'next.help',
  approval: 'next.approval',
  paying: 'next.paying',
  card: 'next.card',
  'pay-code': 'next.payCode',
  'undo-tender': 'next.undoTender',
  'undo-reason': 'next.undoReason',
  unknown: 'next.unknown',
  case: 'next.case',
  'confirm-repeat': 'next.confirmRepeat',
  'open-matters': 'next.openMatters',
  'confirm-reverse': 'next.confirmReverse',
  'close-case': 'next.closeCase',
  'return-find': 'next.return-find',
  'return-lines': 'next.return-lines',
  'return-quantity': 'next.return-quantity',
  'return-codes': 'next.return-codes',
  'return-reason': 'next.return-reason',
  'return-identify': 'next.return-identify',
  'confirm-abandon': 'next.confirm-abandon',
}

/** States that say what the engine says is the next step of the sale; a return says its own. */
type SaleKind = 'idle' | 'waiting' | 'disputed' | 'tender-waiting' | 'tender-unknown' | 'return-steps'

function nextStepText(input: InputState, sale: SaleView | null, activity: Activity): string {
  switch (input.kind) {
    case 'idle':
    case 'waiting':
    case 'disputed':
    case 'tender-waiting':
    case 'tender-unknown':
      return saleStepText(sale, activity)
    case 'return-steps':
      return nextReturnStep(input.view)
    default:
      return say(STATE_TEXTS[input.kind])
  }
}

/** Amounts among the parameters are fen; people read yuan. */
function inYuan(params: SaleView['nextStep']['params']): TextParameters {
  const inWords = ([name, value]: [string, string | number]): [string, string | number] => [
    name,
    name.endsWith('Fen') && typeof value === 'number' ? groupedYuan(value) : value,
  ]
  return Object.fromEntries(Object.entries(params).map(inWords))
}

function saleStepText(sale: SaleView | null, activity: Activity): string {
  const open = openSale(sale)
  if (open === undefined) return say('next.SCAN_FIRST_BOX')
  const { code, params } = open.nextStep
  if (code === 'QUOTE' && activity?.kind === 'trial') return say('next.QUOTING')
  if (code === 'AFTER_REFUSAL') {
    const card = params['accountCard'] === 1 ? 'card' : 'noCard'
    return say('next.AFTER_REFUSAL', { card: say(`next.AFTER_REFUSAL.${card}`) })
  }
  if (code !== 'CONFIRM_SETTLEMENT') return say(`next.${code}`, inYuan(params))
  const used = params['accountUsed'] === 1 ? 'used' : 'unused'
  return say('next.CONFIRM_SETTLEMENT', { account: say(`next.CONFIRM_SETTLEMENT.${used}`) })
}
