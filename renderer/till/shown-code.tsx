import type { JSX } from 'react'
import type { SaleView } from '../../engine/contract/sale.ts'
import { tenderInFlight } from '../input/rest-state.ts'
import { Amount } from '../parts/amount.tsx'
import { qrPicture } from '../parts/qr-picture.ts'
import { useNow } from '../parts/use-now.ts'
import { say } from '../text/say.ts'
import { elapsedText } from '../text/time.ts'

/** The code that the customer scans, large, for shops whose customers see this screen; nothing while none is shown. */
export function ShownCode({ sale }: { readonly sale: SaleView | null }): JSX.Element | null {
  const now = useNow()
  const tender = tenderInFlight(sale)
  const code = tender?.shownCode ?? null
  if (tender === undefined || code === null) return null
  const left = code.expiresAt - now
  return (
    <section className="look shown-code" aria-label={say('tender.showCode')} data-testid="shown-code">
      <h2>{say('tender.showCode')}</h2>
      {left > 0 && (
        <img src={qrPicture(code.text)} alt={say('display.qr')} data-testid="shown-code-picture" />
      )}
      <p>
        <Amount fen={tender.amount} size="large" />
      </p>
      <p className="muted figures">
        {left > 0 ? say('tender.codeGood', { left: elapsedText(left) }) : say('tender.codeExpired')}
      </p>
    </section>
  )
}
