/** One thing that a cashier may do, and how likely it is. */
export type Move = { readonly name: string; readonly weight: number; readonly make: () => Promise<unknown> }

export const move = (name: string, weight: number, make: () => Promise<unknown>): Move => ({
  name,
  weight,
  make,
})
