import type { MethodInput, MethodName, MethodResult } from '../../engine/contract/contract.ts'
import type { CallOutcome, EngineClient } from '../connection/engine-client.ts'
import type { Command, CommandName } from '../input/command.ts'
import type { InputEvent } from '../input/receive.ts'
import { printCopy, printReturnSlip } from '../printing/print-copy.ts'
import type { EndedShift, Notice, Place } from '../stores/view-store.ts'
import { say, type TextKey, type TextParameters } from '../text/say.ts'

/** What a command did besides what the engine's events tell. */
export type CommandResult = {
  readonly notice?: Notice
  readonly event?: InputEvent
  readonly endedShift?: EndedShift
  readonly printed?: true
  readonly place?: Place
}

type Ran = Promise<CallOutcome<CommandResult>>
type CommandOf<Name extends CommandName> = Extract<Command, { do: Name }>
type Runners = {
  readonly [Name in CommandName]: (
    client: EngineClient,
    command: CommandOf<Name>,
    operatorName: string,
  ) => Ran
}

/** One call whose effect the engine's events tell. */
async function only<Name extends MethodName>(
  client: EngineClient,
  method: Name,
  params: MethodInput<Name>,
): Ran {
  const answered = await client.call(method, params)
  return answered.ok ? { ok: true, value: {} } : answered
}

/** One call whose answer the screen needs. */
async function mapped<Name extends MethodName>(
  client: EngineClient,
  method: Name,
  params: MethodInput<Name>,
  result: (value: MethodResult<Name>) => CommandResult,
): Ran {
  const answered = await client.call(method, params)
  return answered.ok ? { ok: true, value: result(answered.value) } : answered
}

const done = (text: TextKey, parameters: TextParameters = {}): Notice => ({
  tone: 'done',
  text,
  parameters,
})

const approvalOf = ({ approval }: { readonly approval?: MethodInput<'returns.begin'>['approval'] }) =>
  approval === undefined ? {} : { approval }

const shows = (value: MethodResult<'returns.get'>, opens: boolean): CommandResult => ({
  event: { type: 'return', view: value.return, opens },
})

/** What every command asks of the contract. */
const RUNNERS: Runners = {
  'select-line': (client, { lineId }) => only(client, 'sale.selectLine', { lineId }),
  'set-quantity': (client, { lineId, quantity, split }) =>
    only(client, 'sale.setQuantity', { lineId, quantity, split }),
  'set-discount': (client, command) =>
    only(client, 'sale.setDiscount', {
      lineId: command.lineId,
      discount: command.discount,
      ...approvalOf(command),
    }),
  'set-price': (client, command) =>
    only(client, 'sale.setPrice', {
      lineId: command.lineId,
      unitPrice: command.unitPrice,
      ...approvalOf(command),
    }),
  'remove-line': (client, command) =>
    only(client, 'sale.removeLine', {
      lineId: command.lineId,
      reason: say(`confirm.removeReason.${command.reason}`),
      ...approvalOf(command),
    }),
  'remove-trace-code': (client, { lineId, code }) => only(client, 'sale.removeTraceCode', { lineId, code }),
  'add-goods': (client, { goodsId, quantity }) => only(client, 'sale.addGoods', { goodsId, quantity }),
  void: (client, command) =>
    only(client, 'sale.void', { reason: say(`confirm.reason.${command.reason}`), ...approvalOf(command) }),
  hold: (client) => mapped(client, 'sale.hold', {}, () => ({ notice: done('notice.held') })),
  'load-held': (client) =>
    mapped(client, 'sale.held', {}, ({ sales }) => ({ event: { type: 'held', sales } })),
  recall: (client, { saleId }) => only(client, 'sale.recall', { saleId }),
  'swap-held': async (client, { saleId }) => {
    const held = await client.call('sale.hold', {})
    return held.ok ? only(client, 'sale.recall', { saleId }) : held
  },

  identify: (client, { credential }) => only(client, 'insurance.identify', credential),
  'read-card': (client, { medium }) => only(client, 'devices.readCard', { medium }),
  'choose-insurance': (client, { position }) => only(client, 'insurance.choose', { position }),
  'set-account-used': (client, { used }) => only(client, 'insurance.setAccountUsed', { used }),
  'clear-person': (client) => only(client, 'insurance.clear', {}),
  quote: (client) => only(client, 'insurance.quote', {}),
  settle: (client, { repeatConfirmed }) =>
    only(client, 'insurance.settle', repeatConfirmed === undefined ? {} : { repeatConfirmed }),
  resolve: (client, { settlementId }) =>
    mapped(client, 'insurance.resolve', settlementId === undefined ? {} : { settlementId }, ({ sale }) => ({
      notice: afterAsking(sale),
    })),
  reverse: (client, { settlementId }) => only(client, 'insurance.reverse', { settlementId }),
  'undo-case': (client, command) =>
    only(client, 'cases.undo', { caseId: command.caseId, ...approvalOf(command) }),
  'close-case': (client, command) =>
    mapped(
      client,
      'cases.close',
      { caseId: command.caseId, note: command.note, ...approvalOf(command) },
      () => ({ notice: done('notice.caseClosed') }),
    ),

  'pay-cash': (client, { received }) => only(client, 'sale.payCash', { received }),
  'take-cash': (client, { amount }) => only(client, 'tender.takeCash', { amount }),
  'take-card': (client, { card }) => only(client, 'tender.takeCard', card),
  'pay-by-code': (client, { code, amount }) => only(client, 'tender.payByCode', { code, amount }),
  'show-code': (client, { amount }) => only(client, 'tender.showCode', { amount }),
  'ask-tender': (client, { tenderId }) => only(client, 'tender.ask', { tenderId }),
  'give-up-tender': (client, { tenderId }) => only(client, 'tender.giveUp', { tenderId }),
  'undo-tender': (client, command) =>
    mapped(
      client,
      'tender.undo',
      {
        tenderId: command.tenderId,
        reason: say(`tender.undoReason.${command.reason}`),
        ...approvalOf(command),
      },
      () => ({ notice: done('notice.tenderUndone') }),
    ),

  'open-drawer': (client, command) =>
    mapped(
      client,
      'drawer.open',
      { reason: say(`drawer.reason.${command.reason}`), ...approvalOf(command) },
      () => ({ notice: done('notice.drawerOpened') }),
    ),

  'find-return': (client, { text }) =>
    mapped(client, 'returns.find', { text }, ({ sales }) => ({ event: { type: 'returnable', sales } })),
  'load-return': (client, { returnId }) =>
    mapped(client, 'returns.get', { returnId }, (value) => shows(value, true)),
  'begin-return': (client, command) =>
    mapped(
      client,
      'returns.begin',
      {
        saleId: command.saleId,
        lines: command.lines,
        reason: say(`return.reason.${command.reason}`),
        ...approvalOf(command),
      },
      (value) => shows(value, true),
    ),
  'identify-return': (client, { identification }) =>
    mapped(client, 'returns.identify', identification, (value) => shows(value, false)),
  'present-for-return': (client, { returnId, code }) =>
    mapped(client, 'returns.present', { returnId, code }, (value) => shows(value, false)),
  'read-return-card': (client, { card }) =>
    mapped(client, 'devices.readReturnCard', card, (value) => shows(value, false)),
  'proceed-return': (client, { returnId }) =>
    mapped(client, 'returns.proceed', { returnId }, (value) => shows(value, false)),
  'refund-by-hand': (client, { refund }) =>
    mapped(client, 'returns.refundByHand', refund, (value) => shows(value, false)),
  'abandon-return': (client, { returnId }) =>
    mapped(client, 'returns.abandon', { returnId }, (value) => shows(value, false)),
  'print-return': (client, { returnId }) => printReturnSlip(client, returnId),

  'sign-in-at-centre': (client) =>
    mapped(client, 'session.signInAtCentre', {}, () => ({ notice: done('notice.signedInAtCentre') })),
  'sign-out': (client, _command, operatorName) =>
    mapped(client, 'session.signOut', {}, (summary) => ({ endedShift: { operatorName, summary } })),
  'load-recent': (client) =>
    mapped(client, 'sale.recent', {}, ({ sales }) => ({ event: { type: 'recent', sales } })),
  'load-uploads': (client) =>
    mapped(client, 'uploads.list', {}, ({ uploads }) => ({ event: { type: 'uploads', uploads } })),
  'send-uploads': sendUploads,
  'print-copy': (client, { saleId }) => printCopy(client, saleId),
  go: (_client, { place }) => Promise.resolve({ ok: true, value: { place } }),
  say: (_client, { refusal }) => Promise.resolve({ ok: false, problem: { kind: 'refused', refusal } }),
  tell: (_client, { text }) =>
    Promise.resolve({ ok: true, value: { notice: { tone: 'trouble', text, parameters: {} } } }),
}

/** Carries a command out: one call of the contract each. Never rejects. */
export function runCommand(client: EngineClient, command: Command, operatorName: string): Ran {
  // the table gives each command its own function; TypeScript cannot correlate the union
  const run = RUNNERS[command.do] as (client: EngineClient, command: Command, operatorName: string) => Ran
  return run(client, command, operatorName)
}

/** What asking the centre gave, in one sentence. */
function afterAsking({ settlement }: MethodResult<'insurance.resolve'>['sale']): Notice {
  switch (settlement?.state) {
    case 'settled':
      return done('notice.adopted')
    case 'refused':
      return done('notice.provenAbsent')
    case 'cancelled':
      return done('notice.provenCancelled')
    case 'reversed':
      return done('notice.provenReversed')
    case 'disputed':
      return { tone: 'trouble', text: 'notice.disputed', parameters: {} }
    default:
      return { tone: 'waiting', text: 'notice.stillUnknown', parameters: {} }
  }
}

async function sendUploads(client: EngineClient): Ran {
  const sent = await client.call('uploads.sendNow', {})
  if (!sent.ok) return sent
  const left = await client.call('uploads.list', {})
  if (!left.ok) return left
  const event: InputEvent = { type: 'uploads', uploads: left.value.uploads }
  return { ok: true, value: { event, notice: done('notice.uploadsSent', sent.value) } }
}
