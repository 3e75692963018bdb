import { SEED_GOODS } from '../../sandbox/seed/goods.ts'

type SeedGood = (typeof SEED_GOODS)[number]
export type TracedGood = SeedGood & { readonly barcode: string; readonly prefix: string }

const TRACED: readonly TracedGood[] = SEED_GOODS.flatMap((good) => {
  const [barcode] = good.barcodes
  const [prefix] = good.tracePrefixes
  const fits = good.tracePolicy === 'required' && good.nationalCode !== undefined
  return fits && barcode !== undefined && prefix !== undefined ? [{ ...good, barcode, prefix }] : []
})

/** A good of the practice shop that the insurance knows and whose boxes carry trace codes. */
export function good(index: number): TracedGood {
  const found = TRACED[index]
  if (found === undefined) throw new Error(`the practice shop has no good ${index}`)
  return found
}

const DIGITS = 20

/** The trace code of box `serial` of a good. */
export function traceCode(of: TracedGood, serial: number): string {
  return of.prefix + String(serial).padStart(DIGITS - of.prefix.length, '0')
}
