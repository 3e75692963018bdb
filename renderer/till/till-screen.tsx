import type { JSX } from 'react'
import type { SaleView } from '../../engine/contract/sale.ts'
import { openSale, stateBehind, type InputState, type ReturnState } from '../input/input-state.ts'
import { Entry, Look } from '../panels/open-panel.tsx'
import { ReturnAside } from '../panels/return-aside.tsx'
import { useEngine, useView } from '../parts/till-context.ts'
import { useTillKeys } from '../parts/use-till-keys.ts'
import { Basket } from './basket.tsx'
import { BottomLine } from './bottom-line.tsx'
import { EmptyBasket } from './empty-basket.tsx'
import { Header } from './header.tsx'
import { KeyBar } from './key-bar.tsx'
import { PersonPanel } from './person-panel.tsx'
import { ResultView } from './result-view.tsx'
import { SettlementBand } from './settlement-band.tsx'
import { ShownCode } from './shown-code.tsx'
import { SplitPanel } from './split-panel.tsx'
import { TenderPanel } from './tender-panel.tsx'

/** The workplace at the counter. */
export function TillScreen(): JSX.Element {
  useTillKeys()
  const sale = useEngine((engine) => engine.sale)
  const input = useView((view) => view.input)
  const pending = useView((view) => view.pending)
  const behind = stateBehind(input)
  const connected = useEngine((engine) => engine.connection === 'open')
  const shown = behind.kind === 'result' ? sale : (openSale(sale) ?? null)
  return (
    <main
      className={`till ${connected ? '' : 'is-disconnected'}`}
      data-input={input.kind}
      data-pending={pending ?? ''}
    >
      <Header />
      <div className="till-left">
        <Left input={behind} sale={sale} />
        <Look input={input} />
        {behind.kind === 'tender-waiting' && <ShownCode sale={sale} />}
      </div>
      <Right input={behind} sale={shown} />
      <SettlementBand />
      <BottomLine />
      <KeyBar />
      <Entry input={input} sale={openSale(sale) ?? null} />
    </main>
  )
}

/** The amounts: of the return that is under way, else of the sale. */
function Right({ input, sale }: { readonly input: InputState; readonly sale: SaleView | null }): JSX.Element {
  if (isReturn(input)) return <ReturnAside state={input} />
  return (
    <aside className="till-right">
      <PersonPanel />
      <SplitPanel sale={sale} />
      <TenderPanel sale={sale} />
    </aside>
  )
}

const isReturn = (input: InputState): input is ReturnState =>
  input.kind.startsWith('return-') || input.kind === 'confirm-abandon'

function Left({ input, sale }: { readonly input: InputState; readonly sale: SaleView | null }): JSX.Element {
  if (input.kind === 'result' && sale !== null) return <ResultView sale={sale} />
  const open = openSale(sale)
  if (open !== undefined && open.lines.length > 0) return <Basket sale={open} />
  return <EmptyBasket last={sale?.state === 'completed' ? sale : null} />
}
