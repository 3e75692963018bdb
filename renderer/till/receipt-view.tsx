import { useEffect, useRef, useState, type JSX, type RefObject } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { refusalSentence } from '../../engine/contract/messages/refusal-sentence.ts'
import { useTill, useView } from '../parts/till-context.ts'
import { say } from '../text/say.ts'

type Fetched =
  | { readonly id: string; readonly copies: number; readonly svg: string }
  | { readonly id: string; readonly copies: number; readonly problem: string }

type ReceiptOf = {
  /** Id of the sale, or of the return. */
  readonly id: string
  /** Whose paper it is; a sale's when left out. */
  readonly of?: 'sale' | 'return'
}

/** A sale's receipt, or a return's slip, as it is printed; fetched again after each copy, which changes its mark. */
export function ReceiptView({ id, of = 'sale' }: ReceiptOf): JSX.Element {
  const till = useTill()
  const copies = useView((view) => view.copies)
  const [fetched, setFetched] = useState<Fetched>()
  useEffect(() => {
    let wanted = true
    const asked =
      of === 'sale'
        ? till.client.call('receipt.preview', { saleId: id })
        : till.client.call('returns.preview', { returnId: id })
    void asked.then((preview) => {
      if (!wanted) return
      if (preview.ok) setFetched({ id, copies, svg: preview.value.svg })
      else {
        const { problem } = preview
        const words = problem.kind === 'refused' ? refusalSentence(problem.refusal) : say('connection.lost')
        setFetched({ id, copies, problem: words })
      }
    })
    return () => {
      wanted = false
    }
  }, [till, id, of, copies])
  const pages = useReceiptPages()
  if (fetched?.id !== id) return <p className="receipt-wait muted">{say('result.receiptLoading')}</p>
  if ('problem' in fetched) return <p className="receipt-wait">{fetched.problem}</p>
  return (
    <div className="receipt-scroll" ref={pages}>
      <p className="receipt-pages muted">
        <kbd className="key-cap">PgUp</kbd> <kbd className="key-cap">PgDn</kbd> {say('result.pages')}
      </p>
      <img
        className="receipt"
        data-testid="receipt"
        data-copies={fetched.copies}
        alt={say('result.receipt')}
        // an image cannot run scripts, whatever a name on the receipt contains
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(fetched.svg)}`}
      />
    </div>
  )
}

/** Part of the height that a page key moves. */
const PAGE = 0.8

/** Lets the page keys scroll the receipt, wherever the focus is. */
function useReceiptPages(): RefObject<HTMLDivElement | null> {
  const pane = useRef<HTMLDivElement>(null)
  useHotkeys(
    'pageup, pagedown',
    (event) => {
      const height = pane.current?.clientHeight ?? 0
      pane.current?.scrollBy({ top: (event.key === 'PageUp' ? -PAGE : PAGE) * height })
    },
    { preventDefault: true },
  )
  return pane
}
