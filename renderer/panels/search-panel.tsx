import type { JSX } from 'react'
import { quantityText, unitPriceText } from '../../engine/contract/messages/amounts.ts'
import type { GoodsHit } from '../../engine/contract/goods.ts'
import type { InputState } from '../input/input-state.ts'
import { readSearch } from '../input/read-fields.ts'
import { AutoFocusInput } from '../parts/auto-focus-input.tsx'
import { useTill } from '../parts/till-context.ts'
import { say } from '../text/say.ts'

/** Searching goods: results from the first key, the typed part marked, price, expiry and class beside. */
export function SearchPanel(props: { readonly state: Extract<InputState, { kind: 'search' }> }): JSX.Element {
  const till = useTill()
  const { text, hits, index } = props.state
  const { quantity, query } = readSearch(text)
  return (
    <section className="look" aria-label={say('search.title')} data-testid="search">
      <div className="search-field">
        <h2>{say('search.title')}</h2>
        <AutoFocusInput
          label={say('search.title')}
          testId="input-search"
          value={text}
          onChange={till.type}
          placeholder={say('search.placeholder')}
        />
        <span className="search-count figures">{say('search.count', { count: quantityText(quantity) })}</span>
      </div>
      <div className="search-grid look-head" aria-hidden="true">
        <span>{say('search.name')}</span>
        <span>{say('search.specification')}</span>
        <span>{say('search.manufacturer')}</span>
        <span className="right">{say('search.price')}</span>
        <span className="right">{say('search.splitPrice')}</span>
        <span>{say('search.expiry')}</span>
        <span>{say('search.class')}</span>
      </div>
      <div className="look-rows" role="listbox" aria-label={say('search.title')}>
        {hits.map((hit, position) => (
          <div
            key={hit.goodsId}
            role="option"
            aria-selected={position === index}
            className={`search-grid look-row ${position === index ? 'is-current' : ''}`}
            data-testid="search-hit"
          >
            <Hit hit={hit} />
          </div>
        ))}
        {hits.length === 0 && (
          <p className="look-empty muted">
            {query === '' ? say('search.empty') : say('search.none', { query })}
          </p>
        )}
      </div>
    </section>
  )
}

function Hit({ hit }: { readonly hit: GoodsHit }): JSX.Element {
  return (
    <>
      <span className="clip">
        <MarkedName hit={hit} />
      </span>
      <span className="clip">{hit.specification}</span>
      <span className="clip muted">{hit.manufacturer}</span>
      <span className="right figures">{unitPriceText(hit.price)}</span>
      <span className="right figures muted">
        {hit.splitPrice === null ? '' : `${unitPriceText(hit.splitPrice)}/${hit.splitUnit}`}
      </span>
      <span className="figures">{hit.nearestExpiry ?? ''}</span>
      <span>
        {hit.insurable ? say('search.insurable') : say('basket.selfPaid')}{' '}
        {say(`basket.prescription.${hit.prescriptionClass}`)}
      </span>
    </>
  )
}

function MarkedName({ hit }: { readonly hit: GoodsHit }): JSX.Element {
  const { name, nameMatch } = hit
  if (nameMatch === null) return <strong>{name}</strong>
  const end = nameMatch.start + nameMatch.length
  return (
    <strong>
      {name.slice(0, nameMatch.start)}
      <mark>{name.slice(nameMatch.start, end)}</mark>
      {name.slice(end)}
    </strong>
  )
}
