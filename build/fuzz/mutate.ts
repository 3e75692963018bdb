import type { Random } from './random.ts'

/** Longest input that is made. */
export const INPUT_MAXIMUM = 2_048

/** Bytes that mean something to parsers of devices: ends, marks, lengths. */
const TELLING = [
  0x00, 0x01, 0x02, 0x03, 0x0a, 0x0d, 0x1d, 0x20, 0x30, 0x3f, 0x40, 0x5d, 0x7f, 0x80, 0xaa, 0xff,
]

type Change = (bytes: Buffer, random: Random, other: Uint8Array) => Buffer

const at = (bytes: Uint8Array, random: Random): number => random(bytes.length + 1)

const setByte =
  (value: (random: Random, old: number) => number): Change =>
  (bytes, random) => {
    if (bytes.length === 0) return Buffer.of(value(random, 0))
    const changed = Buffer.from(bytes)
    const place = random(bytes.length)
    changed[place] = value(random, bytes[place] ?? 0)
    return changed
  }

const insert: Change = (bytes, random) => {
  const place = at(bytes, random)
  const fresh = Buffer.from(Array.from({ length: 1 + random(8) }, () => random(256)))
  return Buffer.concat([bytes.subarray(0, place), fresh, bytes.subarray(place)])
}

const remove: Change = (bytes, random) => {
  const from = at(bytes, random)
  const until = Math.min(bytes.length, from + 1 + random(16))
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(until)])
}

const repeat: Change = (bytes, random) => {
  const from = at(bytes, random)
  const part = bytes.subarray(from, from + 1 + random(64))
  const times = 1 + random(random(8) === 0 ? 64 : 4)
  return Buffer.concat([
    bytes.subarray(0, from),
    ...Array.from({ length: times }, () => part),
    bytes.subarray(from),
  ])
}

const cut: Change = (bytes, random) => bytes.subarray(0, at(bytes, random))

const splice: Change = (bytes, random, other) =>
  Buffer.concat([bytes.subarray(0, at(bytes, random)), other.subarray(at(other, random))])

const CHANGES: readonly Change[] = [
  setByte((random) => random(256)),
  setByte((random) => TELLING[random(TELLING.length)] ?? 0),
  setByte((random, old) => old ^ (1 << random(8))),
  setByte((random, old) => (old + 1 + random(4) * (random(2) === 0 ? 1 : -1)) & 0xff),
  insert,
  remove,
  repeat,
  cut,
  splice,
]

/** A new input from one that went somewhere: a few changes, perhaps a part of another. Never longer than the limit. */
export function mutate(parent: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let bytes: Buffer = Buffer.from(parent)
  const changes = 1 + random(random(4) === 0 ? 16 : 4)
  for (let done = 0; done < changes; done += 1) {
    bytes = (CHANGES[random(CHANGES.length)] ?? cut)(bytes, random, other).subarray(0, INPUT_MAXIMUM)
  }
  return Uint8Array.from(bytes)
}
