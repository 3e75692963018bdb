import { z } from 'zod'
import { doneSchema, idsSchema, problemsSchema, type LineState } from '../admin/shapes.ts'
import {
  callSchema,
  paymentSchema,
  refundSchema,
  walletSchema,
  type AcquirerFaultInput,
  type Call,
  type Payment,
  type Refund,
  type Wallet,
} from './shapes.ts'

/** Sends one call to the admin interface and reads its answer. */
export type AdminSend = <T>(schema: z.ZodType<T>, method: string, path: string, body?: unknown) => Promise<T>

/** Steers the running acquirer and reads its ledger. */
export class AcquirerAdmin {
  readonly #send: AdminSend

  constructor(send: AdminSend) {
    this.#send = send
  }

  /** Every order that arrived, oldest first. */
  payments(): Promise<Payment[]> {
    return this.#send(z.array(paymentSchema), 'GET', '/acquirer/payments')
  }

  refunds(): Promise<Refund[]> {
    return this.#send(z.array(refundSchema), 'GET', '/acquirer/refunds')
  }

  /** Every request that was answered, or would have been, oldest first. */
  calls(): Promise<Call[]> {
    return this.#send(z.array(callSchema), 'GET', '/acquirer/calls')
  }

  wallets(): Promise<Wallet[]> {
    return this.#send(z.array(walletSchema), 'GET', '/acquirer/wallets')
  }

  async putWallets(wallets: readonly Wallet[]): Promise<void> {
    await this.#send(doneSchema, 'POST', '/acquirer/wallets', wallets)
  }

  /** Adds fault rules; returns their identifiers. */
  async addFaults(...rules: readonly AcquirerFaultInput[]): Promise<readonly number[]> {
    return (await this.#send(idsSchema, 'POST', '/acquirer/faults', rules)).ids
  }

  async clearFaults(): Promise<void> {
    await this.#send(doneSchema, 'DELETE', '/acquirer/faults')
  }

  /** The customer confirms a payment on the phone. */
  async confirm(orderNumber: string): Promise<void> {
    await this.#send(doneSchema, 'POST', '/acquirer/confirm', { orderNumber })
  }

  /** Closes the door, opens it, or resets the next connections. */
  async setLine(line: LineState): Promise<void> {
    await this.#send(doneSchema, 'PUT', '/acquirer/line', line)
  }

  /** What does not hold in the ledger. */
  async check(): Promise<readonly string[]> {
    return (await this.#send(problemsSchema, 'GET', '/acquirer/check')).problems
  }
}
