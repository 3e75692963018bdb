import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RefusalView } from '../../engine/contract/common.ts'
import type { ShiftSummary } from '../../engine/contract/session.ts'
import type { CommandName } from '../input/command.ts'
import type { InputState } from '../input/input-state.ts'
import type { TextKey, TextParameters } from '../text/say.ts'

/** What stands beside the next step: why something did not happen, or that it did. */
export type Notice =
  | { readonly tone: 'refused'; readonly refusal: RefusalView }
  | {
      readonly tone: 'trouble' | 'waiting' | 'done'
      readonly text: TextKey
      readonly parameters: TextParameters
    }

/** The shift that ended last, until somebody signs in. */
export type EndedShift = { readonly operatorName: string; readonly summary: ShiftSummary }

/** Where the person works: at the counter, or at a workplace beside it. */
export type Place = 'till' | 'settings' | 'self-test' | 'printing'

/** What only the screen knows. Losing it costs nothing but where the eyes were. */
export type ViewState = {
  readonly input: InputState
  readonly notice: Notice | null
  /** The command whose answer is awaited. */
  readonly pending: CommandName | null
  readonly endedShift: EndedShift | null
  /** Goes up with every copy of a receipt, so that a shown receipt is fetched again. */
  readonly copies: number
  readonly place: Place
  /** What a keyboard wedge scanned while the device settings were open. */
  readonly wedgeTest: string | null
}

export type ViewStore = StoreApi<ViewState>

export function createViewStore(): ViewStore {
  return createStore(() => ({
    input: { kind: 'idle' },
    notice: null,
    pending: null,
    endedShift: null,
    copies: 0,
    place: 'till',
    wedgeTest: null,
  }))
}
