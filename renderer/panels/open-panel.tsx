import type { JSX } from 'react'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { InputState } from '../input/input-state.ts'
import { ApprovalDialog } from './approval-dialog.tsx'
import { ChooseGoods } from './choose-goods.tsx'
import { ChooseInsurance } from './choose-insurance.tsx'
import { ConfirmRemove, ConfirmSignOut, ConfirmVoid, OpenDrawer } from './confirm-dialogs.tsx'
import { CloseCase, ConfirmRepeat, ConfirmReverse } from './doubt-dialogs.tsx'
import { DiscountEntry, PriceEntry, QuantityEntry } from './entries.tsx'
import { HeldLook } from './held-look.tsx'
import { HelpLook } from './help-look.tsx'
import { OpenMattersLook } from './open-matters-look.tsx'
import { RecentLook } from './recent-look.tsx'
import { ConfirmAbandon, ReturnCodes, ReturnQuantity, ReturnReasonDialog } from './return-dialogs.tsx'
import { ReturnFind } from './return-find.tsx'
import { ReturnLines } from './return-lines.tsx'
import { ReturnSteps } from './return-steps.tsx'
import { SearchPanel } from './search-panel.tsx'
import { TraceCodes } from './trace-codes.tsx'
import { UndoTender, WhyUndoTender } from './undo-tender.tsx'
import { UploadsLook } from './uploads-look.tsx'

/** What lies over the basket: searching, a return, or a look at something else. Never over the amounts. */
export function Look({ input }: { readonly input: InputState }): JSX.Element | null {
  switch (input.kind) {
    case 'search':
      return <SearchPanel state={input} />
    case 'recent':
      return <RecentLook state={input} />
    case 'uploads':
      return <UploadsLook state={input} />
    case 'held':
      return <HeldLook state={input} />
    case 'help':
      return <HelpLook />
    case 'open-matters':
      return <OpenMattersLook state={input} />
    case 'close-case':
      return <OpenMattersLook state={{ kind: 'open-matters', at: input.caseId }} />
    case 'approval':
    case 'open-drawer':
    case 'confirm-reverse':
      return <Look input={input.back} />
    default:
      return <ReturnLook input={input} />
  }
}

function ReturnLook({ input }: { readonly input: InputState }): JSX.Element | null {
  switch (input.kind) {
    case 'return-find':
      return <ReturnFind state={input} />
    case 'return-lines':
      return <ReturnLines picking={input} />
    case 'return-quantity':
    case 'return-codes':
    case 'return-reason':
      return <ReturnLines picking={input.picking} />
    case 'return-steps':
      return <ReturnSteps view={input.view} text={input.text} />
    case 'return-identify':
    case 'confirm-abandon':
      return <ReturnSteps view={input.view} text="" />
    default:
      return null
  }
}

/** What stands in the middle of the screen: a question that must be answered, or one value to be typed. */
export function Entry(props: {
  readonly input: InputState
  readonly sale: SaleView | null
}): JSX.Element | null {
  const { input, sale } = props
  switch (input.kind) {
    case 'quantity':
      return <QuantityEntry state={input} sale={sale} />
    case 'discount':
      return <DiscountEntry state={input} sale={sale} />
    case 'price':
      return <PriceEntry state={input} sale={sale} />
    case 'trace-codes':
      return <TraceCodes state={input} sale={sale} />
    case 'choose-insurance':
      return <ChooseInsurance state={input} sale={sale} />
    case 'choose-goods':
      return <ChooseGoods state={input} />
    case 'confirm-remove':
      return <ConfirmRemove lineId={input.lineId} index={input.index} sale={sale} />
    case 'confirm-void':
      return <ConfirmVoid index={input.index} sale={sale} />
    case 'confirm-sign-out':
      return <ConfirmSignOut />
    case 'open-drawer':
      return <OpenDrawer index={input.index} />
    case 'undo-tender':
      return <UndoTender state={input} sale={sale} />
    case 'undo-reason':
      return <WhyUndoTender state={input} sale={sale} />
    case 'approval':
      return <ApprovalDialog state={input} />
    default:
      return <DoubtEntry input={input} />
  }
}

function DoubtEntry({ input }: { readonly input: InputState }): JSX.Element | null {
  switch (input.kind) {
    case 'confirm-repeat':
      return <ConfirmRepeat state={input} />
    case 'confirm-reverse':
      return <ConfirmReverse />
    case 'close-case':
      return <CloseCase state={input} />
    case 'return-quantity':
      return <ReturnQuantity state={input} />
    case 'return-codes':
      return <ReturnCodes state={input} />
    case 'return-reason':
      return <ReturnReasonDialog state={input} />
    case 'confirm-abandon':
      return <ConfirmAbandon />
    default:
      return null
  }
}
