/** One step of the schema: applied whole in one transaction, in number order, never changed once released. */
export type Migration = {
  /** `user_version` after it was applied; numbers are dense from 1. */
  readonly number: number
  readonly name: string
  readonly sql: string
}
