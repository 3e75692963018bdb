import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { EngineProjection } from '../stores/engine-store.ts'
import type { ViewState } from '../stores/view-store.ts'
import type { Till } from '../till/till.ts'

export const TillContext = createContext<Till | null>(null)

export function useTill(): Till {
  const till = use(TillContext)
  if (till === null) throw new Error('the screens stand inside a TillContext')
  return till
}

/** A part of what the engine last said; renders again when that part changes. */
export function useEngine<T>(selector: (engine: EngineProjection) => T): T {
  return useStore(useTill().engine, selector)
}

/** A part of what the screen itself knows. */
export function useView<T>(selector: (view: ViewState) => T): T {
  return useStore(useTill().view, selector)
}
