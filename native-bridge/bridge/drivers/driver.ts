import { decodeText, encodeText, type LibraryEncoding } from '../encoding.ts'
import type { CallingConvention, NativeArgument, NativeLibrary, NativeSignature } from '../library.ts'
import { readOptions, type OptionReader } from '../options.ts'
import type { BridgeInput, BridgeResult } from '../protocol.ts'

/** Calls a library in its encoding. */
export type LibraryCaller = {
  /** A text parameter. */
  readonly text: (text: string | undefined) => NativeArgument
  /** An output buffer of so many bytes, with a text in it before. */
  readonly out: (size: number, before?: string) => NativeArgument
  /**
   * Calls a function that returns 0 for success; `names` are the outputs' names in their order. Anything but 0 is
   * `refused`, with the first output as its text.
   */
  readonly call: (
    name: string,
    parameters: readonly NativeArgument[],
    names: readonly string[],
  ) => Promise<BridgeResult>
}

export type BridgeDriver = {
  readonly library: string
  readonly convention: CallingConvention
  readonly encoding: LibraryEncoding
  readonly signatures: readonly NativeSignature[]
  /** Does one act; `undefined` when there is no such act or the input is none of it. */
  readonly run: (act: string, input: BridgeInput, caller: LibraryCaller) => Promise<BridgeResult> | undefined
}

/** Makes a driver of its options; a string is the name of the option that is wrong. */
export type DriverMaker = (options: Readonly<Record<string, unknown>>) => BridgeDriver | string

/** Names of exported functions; some vendors rename them. */
export const FUNCTION_NAME = /^[A-Za-z_][A-Za-z0-9_@]{0,80}$/
/** A path, or a name that the system's loader looks up. */
export const LIBRARY_PATH = /^[^\0\r\n]{1,500}$/

/** Makes a driver maker of a function that reads its options; the maker looks for wrong ones. */
export function driverMaker(make: (read: OptionReader) => BridgeDriver): DriverMaker {
  return (options) => {
    const read = readOptions(options)
    const driver = make(read)
    return read.problem() ?? driver
  }
}

function resultOf(
  code: number,
  outputs: readonly Uint8Array[],
  names: readonly string[],
  encoding: LibraryEncoding,
): BridgeResult {
  const texts = outputs.map((bytes) => decodeText(bytes, encoding))
  if (code !== 0) return { ok: false, fault: 'refused', code, text: texts[0] ?? '' }
  const found: Record<string, string> = {}
  for (const [at, name] of names.entries()) {
    const text = texts[at]
    if (text === undefined) return { ok: false, fault: 'unreadable' }
    found[name] = text
  }
  return { ok: true, outputs: found }
}

/** Makes the caller of a driver's library. */
export function callerOf(library: NativeLibrary, encoding: LibraryEncoding): LibraryCaller {
  return {
    text: (text) => ({ textIn: text === undefined ? undefined : encodeText(text, encoding) }),
    out: (size, before) => ({
      textOut: size,
      ...(before !== undefined && { before: encodeText(before, encoding) }),
    }),
    call: async (name, parameters, names) => {
      const result = await library.call(name, parameters)
      return result.ok
        ? resultOf(result.code, result.outputs, names, encoding)
        : { ok: false, fault: result.fault }
    },
  }
}

/** A member of an input that must be a text of some shape. */
export function inputText(input: BridgeInput, name: string, pattern: RegExp): string | undefined {
  const value = input[name]
  return typeof value === 'string' && pattern.test(value) ? value : undefined
}
