import { load, type KoffiFunc, type LibraryHandle } from 'koffi'

/** Parameters of an exported function, in their order; all functions return a number. */
export type NativeParameter = 'number' | 'text-in' | 'text-out'

export type NativeSignature = { readonly name: string; readonly parameters: readonly NativeParameter[] }

export type NativeArgument =
  | { readonly number: number }
  /** Bytes without the zero at the end; `undefined` is the null pointer. */
  | { readonly textIn: Uint8Array | undefined }
  /** A buffer of so many bytes that the function writes into; `before` stands in it already. */
  | { readonly textOut: number; readonly before?: Uint8Array }

export type NativeResult =
  /** `outputs`: the bytes before the first zero of each buffer. */
  | { readonly ok: true; readonly code: number; readonly outputs: readonly Uint8Array[] }
  /** `overflow`: the function wrote past the end of a buffer. The process is not to be trusted any more. */
  | { readonly ok: false; readonly fault: 'overflow' | 'failed' }

export type NativeLibrary = {
  readonly call: (name: string, parameters: readonly NativeArgument[]) => Promise<NativeResult>
}

/** Ignored but by 32-bit Windows. */
export type CallingConvention = 'stdcall' | 'cdecl'

export type LibraryOpening =
  | { readonly ok: true; readonly library: NativeLibrary }
  | { readonly ok: false; readonly fault: 'library' | 'function'; readonly detail: string }

/** Room after each buffer; a function that writes a little too much damages this and nothing else. */
const GUARD_BYTES = 16 * 1024
const GUARD = 0xa5

const TYPES = { number: 'int32', 'text-in': 'uint8 *', 'text-out': 'uint8 *' } as const

type Buffers = {
  readonly given: readonly unknown[]
  readonly outputs: readonly { bytes: Buffer; size: number }[]
}

function buffersOf(parameters: readonly NativeArgument[]): Buffers {
  const outputs: { bytes: Buffer; size: number }[] = []
  const given = parameters.map((parameter): unknown => {
    if ('number' in parameter) return parameter.number
    if ('textIn' in parameter) return parameter.textIn && Buffer.from([...parameter.textIn, 0])
    const size = parameter.textOut
    const bytes = Buffer.alloc(size + GUARD_BYTES, GUARD).fill(0, 0, size)
    bytes.set(parameter.before?.subarray(0, size - 1) ?? [], 0)
    outputs.push({ bytes, size })
    return bytes
  })
  return { given, outputs }
}

function outputsOf(buffers: Buffers['outputs']): readonly Uint8Array[] | undefined {
  const found: Uint8Array[] = []
  for (const { bytes, size } of buffers) {
    if (bytes.subarray(size).some((byte) => byte !== GUARD)) return undefined
    const end = bytes.indexOf(0)
    // a text that fills its buffer to the last byte has no end: what should follow went somewhere else
    if (end === -1 || end >= size) return undefined
    found.push(bytes.subarray(0, end))
  }
  return found
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Loads a shared library and finds its functions. Calls run on a thread of libuv's pool, so that this process goes on
 * answering; its owner makes the pool one thread wide (UV_THREADPOOL_SIZE=1), for readers belong to the thread that
 * opened them.
 */
export function openLibrary(
  path: string,
  convention: CallingConvention,
  signatures: readonly NativeSignature[],
): LibraryOpening {
  let handle: LibraryHandle
  try {
    handle = load(path)
  } catch (error) {
    return { ok: false, fault: 'library', detail: textOf(error) }
  }
  const functions = new Map<string, KoffiFunc<(...values: unknown[]) => number>>()
  for (const { name, parameters } of signatures) {
    try {
      const types = parameters.map((parameter) => TYPES[parameter])
      functions.set(name, handle.func(`__${convention}`, name, 'int32', types))
    } catch (error) {
      return { ok: false, fault: 'function', detail: textOf(error) }
    }
  }
  return {
    ok: true,
    library: {
      call: (name, parameters) =>
        new Promise((resolve) => {
          const { given, outputs } = buffersOf(parameters)
          const called = functions.get(name)
          if (called === undefined) return resolve({ ok: false, fault: 'failed' })
          called.async(...given, (error: unknown, code: number) => {
            const texts = outputsOf(outputs)
            if (error != null) resolve({ ok: false, fault: 'failed' })
            else if (texts === undefined) resolve({ ok: false, fault: 'overflow' })
            else resolve({ ok: true, code, outputs: texts })
          })
        }),
    },
  }
}
