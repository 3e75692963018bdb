import { useEffect, useRef } from 'react'
import { useTill } from './till-context.ts'

/** Hears of operators' badges while the component is there. */
export function useBadge(onBadge: (operatorNumber: string) => void): void {
  const till = useTill()
  const latest = useRef(onBadge)
  useEffect(() => {
    latest.current = onBadge
  })
  useEffect(() => till.badges.hear((operatorNumber) => latest.current(operatorNumber)), [till])
}
