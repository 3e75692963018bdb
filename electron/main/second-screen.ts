/** The part of Electron's `Display` that is used. */
export type ScreenPlace = {
  readonly id: number
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** Whether the customer's window opens: on another screen when there is one, in a window anyway, or never. */
export type CustomerDisplayMode = 'auto' | 'window' | 'off'

export type CustomerPlace =
  | { readonly kind: 'none' }
  /** A plain window beside the till's. */
  | { readonly kind: 'window' }
  /** The whole of a screen. */
  | { readonly kind: 'screen'; readonly bounds: ScreenPlace['bounds'] }

/** Where the customer's page belongs, given all screens and the one that the till's window is on. */
export function customerPlace(
  mode: CustomerDisplayMode,
  screens: readonly ScreenPlace[],
  tillScreen: number,
): CustomerPlace {
  if (mode === 'off') return { kind: 'none' }
  const other = screens.find((screen) => screen.id !== tillScreen)
  if (other !== undefined) return { kind: 'screen', bounds: other.bounds }
  return { kind: mode === 'window' ? 'window' : 'none' }
}
