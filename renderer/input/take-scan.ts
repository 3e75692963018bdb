import type { Command } from './command.ts'
import type { Facts, InputState, ReturnPicking } from './input-state.ts'
import { currentStep } from './offers-of-return-steps.ts'
import { payCodeCommand } from './read-fields.ts'
import { pickScanned } from './return-picks.ts'

export type TakenScan = { readonly state: InputState; readonly command?: Command }

/**
 * What a scan does in a state that takes scans for itself, instead of handing them to the sale at the counter. Undefined:
 * the scan is the sale's.
 */
export function takeScan(state: InputState, text: string, facts: Facts): TakenScan | undefined {
  switch (state.kind) {
    case 'return-find':
      return whenFree(facts, state, { do: 'find-return', text })
    case 'return-lines':
      return pick(state, text)
    case 'return-quantity':
    case 'return-codes':
    case 'return-reason':
      return pick(state.picking, text)
    case 'return-steps':
      return currentStep(state.view)?.kind === 'identify'
        ? identify(facts, state, text)
        : { state, command: { do: 'tell', text: 'return.scanNotNow' } }
    case 'return-identify':
      return identify(facts, { kind: 'return-steps', view: state.view, text: '' }, text)
    case 'confirm-abandon':
      return { state, command: { do: 'tell', text: 'return.scanNotNow' } }
    case 'pay-code':
      return whenFree(facts, state, payCodeCommand(state, text))
    default:
      return undefined
  }
}

function whenFree(facts: Facts, state: InputState, command: Command): TakenScan {
  const free = facts.connected && !facts.busy
  return free ? { state, command } : { state, command: { do: 'tell', text: 'notice.busyScan' } }
}

/** The code of the person whose settlement is cancelled. */
function identify(
  facts: Facts,
  state: Extract<InputState, { kind: 'return-steps' }>,
  text: string,
): TakenScan {
  return whenFree(facts, state, { do: 'present-for-return', returnId: state.view.id, code: text })
}

/** A box is put to the goods that come back, wherever in choosing them the keyboard is. */
function pick(picking: ReturnPicking, text: string): TakenScan {
  const scanned = pickScanned(picking.sale, picking.picks, text)
  switch (scanned.kind) {
    case 'picked':
      return { state: { ...picking, picks: scanned.picks, index: scanned.index } }
    case 'already':
      return { state: picking, command: { do: 'tell', text: 'return.alreadyPicked' } }
    case 'other':
      return { state: picking, command: { do: 'tell', text: 'return.notOfThisSale' } }
  }
}
