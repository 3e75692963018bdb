import type { LineView, SaleView } from '../../engine/contract/sale.ts'
import { EMPTY_FORM, openSale, type Facts, type InputState, type StateOf } from './input-state.ts'
import type { Key } from './keys.ts'
import { lesser, offer, type Offer } from './offer.ts'
import { drawerOffer } from './offers-of-devices.ts'
import { chooseInsurance, settleKey } from './settle-key.ts'

const RECENT: InputState = { kind: 'recent', sales: undefined, index: 0 }
const UPLOADS: InputState = { kind: 'uploads', uploads: undefined }

/** Takes a sale back to the counter; the one that stands there is put aside for it. */
export function takeBackOffer(facts: Facts, state: InputState, key: Key, saleId: string | undefined): Offer {
  const isSwap = openSale(facts.sale) !== undefined
  return offer(facts, key, isSwap ? 'key.swapHeld' : 'key.takeBack', {
    state,
    command: saleId === undefined ? undefined : { do: isSwap ? 'swap-held' : 'recall', saleId },
    when: saleId !== undefined,
  })
}

const HELD: InputState = { kind: 'held', sales: undefined, index: 0 }
const RETURNS: InputState = { kind: 'return-find', text: '', sales: undefined, index: 0 }

/** Keys that lead to a workplace beside the counter; never while money is on its way. */
function places(facts: Facts, state: InputState): Offer[] {
  return [
    {
      ...offer(facts, 'Shift+F2', 'key.devices', { state, command: { do: 'go', place: 'settings' } }),
      elsewhere: true,
    },
    {
      ...offer(facts, 'Shift+F5', 'key.printing', { state, command: { do: 'go', place: 'printing' } }),
      elsewhere: true,
    },
  ]
}

/** Keys that lead to a look at something else and change nothing. */
export function looks(facts: Facts): Offer[] {
  const recent = { state: RECENT, command: { do: 'load-recent' } } as const
  const uploads = { state: UPLOADS, command: { do: 'load-uploads' } } as const
  return [
    mattersOffer(facts),
    lesser(offer(facts, 'Shift+F9', 'key.recent', recent)),
    lesser(offer(facts, 'Shift+F8', 'key.uploads', uploads)),
    offer(facts, 'F1', 'key.help', { state: { kind: 'help' } }),
  ]
}

/** What is not known yet or came too late, of all sales of this till. */
export function mattersOffer(facts: Facts): Offer {
  return offer(facts, 'Shift+F6', 'key.openMatters', {
    state: { kind: 'open-matters', at: null },
    when: facts.connected,
  })
}

/** Puts the sale aside, so that the next customer is served. */
export function holdOffer(facts: Facts, state: InputState): Offer {
  const sale = openSale(facts.sale)
  return offer(facts, 'F5', 'key.hold', {
    state,
    command: { do: 'hold' },
    when: sale !== undefined && sale.lines.length > 0,
  })
}

function currentLine(sale: SaleView | undefined): LineView | undefined {
  return sale?.lines.find((line) => line.id === sale.currentLineId) ?? sale?.lines.at(-1)
}

function selection(facts: Facts, state: InputState, by: 1 | -1): Offer {
  const sale = openSale(facts.sale)
  const lines = sale?.lines ?? []
  const here = lines.findIndex((line) => line.id === currentLine(sale)?.id)
  const next = here === -1 ? undefined : lines[here + by]
  return lesser(
    offer(facts, by === 1 ? 'ArrowDown' : 'ArrowUp', 'key.selectLine', {
      state,
      command: next === undefined ? undefined : { do: 'select-line', lineId: next.id },
      when: next !== undefined,
    }),
  )
}

/** Keys that change the line that is selected. */
function lineKeys(facts: Facts): { quantity: Offer; rest: Offer[] } {
  const sale = openSale(facts.sale)
  const line = currentLine(sale)
  const when = line !== undefined && sale?.locked === false && facts.connected
  const lineId = line?.id ?? ''
  const quantity: InputState = { kind: 'quantity', lineId, text: '', split: line?.split ?? false }
  const codes: InputState = { kind: 'trace-codes', lineId, index: 0 }
  return {
    quantity: offer(facts, 'F4', 'key.quantity', { state: quantity, when }),
    rest: [
      offer(facts, 'Shift+F4', 'key.traceCodes', {
        state: codes,
        when: when && line.trace.codes.length > 0,
      }),
      offer(facts, 'Shift+F7', 'key.price', { state: { kind: 'price', lineId, text: '' }, when }),
      offer(facts, 'Delete', 'key.removeLine', {
        state: { kind: 'confirm-remove', lineId, index: 0 },
        when,
      }),
    ],
  }
}

function discountOffer(facts: Facts): Offer {
  const sale = openSale(facts.sale)
  const lineId = currentLine(sale)?.id
  return offer(facts, 'F8', 'key.discount', {
    state: { kind: 'discount', lineId: lineId ?? '', wholeSale: false, text: '' },
    when: lineId !== undefined && sale?.locked === false && facts.connected,
  })
}

function voidOffer(facts: Facts): Offer {
  const sale = openSale(facts.sale)
  return offer(facts, 'Shift+Delete', 'key.void', {
    state: { kind: 'confirm-void', index: 0 },
    when: sale !== undefined && !sale.locked && facts.connected,
  })
}

function personOffer(facts: Facts): Offer {
  const sale = openSale(facts.sale)
  return offer(facts, 'F3', 'key.person', {
    state:
      sale?.insured == null
        ? { kind: 'identify', credential: '02', form: EMPTY_FORM }
        : chooseInsurance(sale),
    when: sale?.locked !== true && facts.connected,
  })
}

function accountOffer(facts: Facts, state: InputState): Offer {
  const sale = openSale(facts.sale)
  const insured = sale?.insured ?? undefined
  return offer(facts, 'Shift+F3', 'key.account', {
    state,
    command: insured === undefined ? undefined : { do: 'set-account-used', used: !insured.accountUsed },
    when: sale?.locked !== true && insured !== undefined,
  })
}

function settleOffer(facts: Facts, state: InputState): Offer {
  const key = settleKey(facts.sale)
  switch (key.does) {
    case 'nothing':
      return offer(facts, 'F9', 'key.settle', { state, when: false })
    case 'explain':
      return offer(facts, 'F9', 'key.settle', { state, command: key.command })
    case 'command':
      return offer(facts, 'F9', key.label, { state, command: key.command })
    case 'open':
      return offer(facts, 'F9', key.label, { state: key.state, when: facts.connected })
  }
}

function signOutOffer(facts: Facts, state: InputState): Offer {
  const sale = openSale(facts.sale)
  return lesser(
    sale === undefined
      ? offer(facts, 'Shift+F12', 'key.signOut', {
          state: { kind: 'confirm-sign-out' },
          when: facts.connected,
        })
      : offer(facts, 'Shift+F12', 'key.signOut', {
          state,
          command: { do: 'say', refusal: { code: 'SESSION_SALE_OPEN', params: { number: sale.number } } },
        }),
  )
}

/** The centre refused, and the region lets the account card pay at the POS terminal in the settlement's place. */
function accountCardOffers(facts: Facts): Offer[] {
  const sale = openSale(facts.sale)
  if (sale?.insured == null || !sale.payableBy.includes('account-card')) return []
  return [
    offer(facts, 'Shift+F11', 'key.payAccountCard', {
      state: { kind: 'card', card: 'account-card', amount: '', reference: '' },
    }),
  ]
}

/** The keys of the basket, in the order of the keyboard; those that are seldom needed give way on a narrow screen. */
export function idleOffers(facts: Facts, state: InputState): Offer[] {
  const line = lineKeys(facts)
  const card = accountCardOffers(facts)
  const drawer = drawerOffer(facts, state)
  return [
    offer(facts, 'F2', 'key.search', {
      state: { kind: 'search', text: '', hits: [], index: 0 },
      when: facts.connected && openSale(facts.sale)?.locked !== true,
    }),
    personOffer(facts),
    line.quantity,
    holdOffer(facts, state),
    offer(facts, 'F6', 'key.recall', { state: HELD, command: { do: 'load-held' } }),
    discountOffer(facts),
    settleOffer(facts, state),
    ...card,
    offer(facts, 'F10', 'key.return', { state: RETURNS, when: facts.connected }),
    // the narrow bar has room for one of the two
    card.length > 0 ? lesser(drawer) : drawer,
    ...line.rest,
    voidOffer(facts),
    accountOffer(facts, state),
    ...looks(facts),
    selection(facts, state, -1),
    selection(facts, state, 1),
    // also when signed in: the centre may have let go of the sign_no, and says so only in its own words
    lesser(offer(facts, 'Shift+F1', 'key.signInAtCentre', { state, command: { do: 'sign-in-at-centre' } })),
    ...places(facts, state),
    signOutOffer(facts, state),
  ]
}

export function resultOffers(facts: Facts, state: StateOf<'result'>): Offer[] {
  return [
    offer(facts, 'Enter', 'key.nextSale', { state: { kind: 'idle' } }),
    offer(facts, 'F9', 'key.printCopy', { state, command: { do: 'print-copy', saleId: state.saleId } }),
    drawerOffer(facts, state),
    ...looks(facts),
    ...places(facts, state),
    offer(facts, 'Escape', 'key.nextSale', { state: { kind: 'idle' } }),
  ]
}
