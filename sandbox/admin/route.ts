import { z } from 'zod'

/** A refusal of the admin interface: its status and sentence. */
export class AdminRefusal extends Error {
  override readonly name = 'AdminRefusal'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** One call of the admin interface, with the parts of the sandbox that it is about. */
export type AdminCall<Parts> = {
  readonly parts: Parts
  readonly body: unknown
  readonly query: URLSearchParams
}
export type AdminRoute<Parts> = (call: AdminCall<Parts>) => unknown

/** The body as its schema wants it; refuses with 400 and what is wrong. */
export function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  throw new AdminRefusal(400, z.prettifyError(parsed.error))
}

export const DONE = { done: true } as const
