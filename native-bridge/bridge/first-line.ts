import type { Readable } from 'node:stream'
import { FIRST_LINE_LIMIT } from './protocol.ts'

/**
 * The first line of a stream that `wanted` makes something of; `undefined` when the stream ended, or gave more than 64 kB,
 * before one came. The stream goes on flowing afterwards and is thrown away.
 */
export function firstLine<T>(
  stream: Readable,
  wanted: (line: string) => T | undefined,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    let held = Buffer.alloc(0)
    let seen = 0
    const finish = (found: T | undefined): void => {
      stream.off('data', take)
      stream.resume()
      resolve(found)
    }
    const take = (chunk: Buffer): void => {
      seen += chunk.length
      held = Buffer.concat([held, chunk])
      for (let end = held.indexOf(10); end !== -1; end = held.indexOf(10)) {
        const found = wanted(held.subarray(0, end).toString('utf8').trim())
        if (found !== undefined) return finish(found)
        held = held.subarray(end + 1)
      }
      if (seen > FIRST_LINE_LIMIT) finish(undefined)
    }
    stream.on('data', take)
    stream.once('close', () => finish(undefined))
    stream.once('end', () => finish(undefined))
    stream.once('error', () => finish(undefined))
  })
}
