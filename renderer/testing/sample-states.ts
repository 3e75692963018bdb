import { EMPTY_FORM, type InputKind, type InputState } from '../input/input-state.ts'
import { pickFrom } from '../input/offers-of-returns.ts'
import { sampleReturn, sampleReturnable } from './sample-sale.ts'

export const GOODS = { goodsId: 1, name: '甲', specification: '', manufacturer: '' }

const PICKING = pickFrom(sampleReturnable())

/** One state of every kind. */
export const STATES: Readonly<Record<InputKind, InputState>> = {
  idle: { kind: 'idle' },
  search: { kind: 'search', text: 'amx', hits: [], index: 0 },
  quantity: { kind: 'quantity', lineId: 'line-1', text: '3', split: false },
  discount: { kind: 'discount', lineId: 'line-1', wholeSale: false, text: '1' },
  price: { kind: 'price', lineId: 'line-1', text: '9.9' },
  'trace-codes': { kind: 'trace-codes', lineId: 'line-1', index: 0 },
  identify: { kind: 'identify', credential: '02', form: EMPTY_FORM },
  'choose-insurance': { kind: 'choose-insurance', index: 0 },
  'choose-goods': { kind: 'choose-goods', choices: [GOODS, { ...GOODS, goodsId: 2 }], index: 0, waiting: [] },
  paying: { kind: 'paying', text: '' },
  card: { kind: 'card', card: 'bank-card', amount: '', reference: '0012' },
  'pay-code': { kind: 'pay-code', text: '' },
  'undo-tender': { kind: 'undo-tender', index: 0 },
  'undo-reason': { kind: 'undo-reason', tenderId: 'tender-1', index: 0 },
  'tender-waiting': { kind: 'tender-waiting' },
  'tender-unknown': { kind: 'tender-unknown' },
  waiting: { kind: 'waiting' },
  unknown: { kind: 'unknown' },
  disputed: { kind: 'disputed' },
  case: { kind: 'case' },
  'confirm-repeat': {
    kind: 'confirm-repeat',
    warning: { code: 'INSURANCE_REPEAT_WARNING', params: { number: '1', minutes: 2, amountFen: 100 } },
  },
  'open-matters': { kind: 'open-matters', at: null },
  'confirm-reverse': { kind: 'confirm-reverse', settlementId: 's', back: { kind: 'open-matters', at: null } },
  'close-case': { kind: 'close-case', caseId: 'case-1', text: '柜台已撤销' },
  approval: {
    kind: 'approval',
    command: { do: 'remove-line', lineId: 'line-1', reason: 'other' },
    right: 'remove-line',
    operatorNumber: '9001',
    password: 'secret',
    back: { kind: 'confirm-remove', lineId: 'line-1', index: 2 },
  },
  result: { kind: 'result', saleId: 'sale-1', since: 0 },
  'confirm-remove': { kind: 'confirm-remove', lineId: 'line-1', index: 0 },
  'confirm-void': { kind: 'confirm-void', index: 0 },
  'confirm-sign-out': { kind: 'confirm-sign-out' },
  'open-drawer': { kind: 'open-drawer', index: 0, back: { kind: 'idle' } },
  recent: { kind: 'recent', sales: [], index: 0 },
  uploads: { kind: 'uploads', uploads: [] },
  held: { kind: 'held', sales: [], index: 0 },
  help: { kind: 'help' },
  'return-find': { kind: 'return-find', text: '', sales: undefined, index: 0 },
  'return-lines': PICKING,
  'return-quantity': { kind: 'return-quantity', picking: PICKING, lineId: 'plain', text: '1' },
  'return-codes': { kind: 'return-codes', picking: PICKING, lineId: 'boxes', index: 0 },
  'return-reason': { kind: 'return-reason', picking: PICKING, index: 0 },
  'return-steps': { kind: 'return-steps', view: sampleReturn(), text: '' },
  'return-identify': { kind: 'return-identify', view: sampleReturn(), credential: '02', form: EMPTY_FORM },
  'confirm-abandon': { kind: 'confirm-abandon', view: sampleReturn() },
}
