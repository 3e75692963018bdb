import { ENCODINGS } from '../encoding.ts'
import type { BridgeInput, BridgeResult } from '../protocol.ts'
import { driverMaker, FUNCTION_NAME, inputText, LIBRARY_PATH, type LibraryCaller } from './driver.ts'

const TRANSACTION = /^[0-9A-Z]{3,10}$/
/** The request of `EcQuery`: JSON of the region. */
const QUERY = /^[^\0]{1,4000}$/
/** The JSON of `Init`: IP, PORT, TIMEOUT, LOG_PATH, SFZ_DRIVER_TYPE and what a region wants besides. */
const INITIALISE = /^\{[^\0]{0,4000}\}$/

/** Buffers as two sources give them. */
const BYTES = { error: 2_048, card: 2_048, identity: 1_024, business: 8_192 } as const

/**
 * The national safety control (安全控件, HeaSecReadInfo). Acts: `read-card` {transaction} → card, business;
 * `read-identity-card` {transaction} → identity, business; `query-code` {transaction, query} → business; `verify-pin` {} →
 * message. `Init` is called before the first of them.
 *
 * Options and how sure they are:
 * - `library`, `convention` stdcall, `encoding` gb18030: two sources ("StdCall, ANSI"); the Linux build exists in one.
 * - `initialise`: the JSON text of `Init`. IP, PORT, TIMEOUT and LOG_PATH in two sources; the values of SFZ_DRIVER_TYPE
 *   are of one city; Jiangsu wants EC_URL, CARD_PASSTYPE, API_NAME, ACCESS_KEY, … besides.
 * - `transactionPlace`: where the number of the visit's last transaction goes. Sichuan says that it is passed, no public
 *   source says how. `not-passed` is what public programs do; `business-buffer` writes it into the second buffer of
 *   ReadCardBas and ReadSFZ before the call.
 * - `readCard`, `readIdentityCard`, `queryCode`, `verifyPin`: names of the exported functions. EcQuery in one source
 *   (Jiangsu), VerifyPIN(out) in one source; where a library has them not, the option is an empty text.
 */
export const safetyControlDriver = driverMaker((read) => {
  const optional = new RegExp(`^$|${FUNCTION_NAME.source}`)
  const initialise = read.text('initialiseFunction', 'Init', FUNCTION_NAME)
  const readCard = read.text('readCard', 'ReadCardBas', FUNCTION_NAME)
  const readIdentityCard = read.text('readIdentityCard', 'ReadSFZ', FUNCTION_NAME)
  const queryCode = read.text('queryCode', 'EcQuery', optional)
  const verifyPin = read.text('verifyPin', 'VerifyPIN', optional)
  const settings = read.text('initialise', undefined, INITIALISE)
  const place = read.choice('transactionPlace', 'not-passed', ['not-passed', 'business-buffer'])
  let initialised = false

  const begin = async ({ call, out, text }: LibraryCaller): Promise<BridgeResult> => {
    if (initialised) return { ok: true, outputs: {} }
    const result = await call(initialise, [text(settings), out(BYTES.error)], [])
    initialised = result.ok
    return result
  }
  const perform = (
    act: string,
    input: BridgeInput,
    caller: LibraryCaller,
  ): (() => Promise<BridgeResult>) | undefined => {
    const { call, out, text } = caller
    if (act === 'verify-pin' && verifyPin !== '')
      return () => call(verifyPin, [out(BYTES.error)], ['message'])
    const transaction = inputText(input, 'transaction', TRANSACTION)
    if (transaction === undefined) return undefined
    const business = out(BYTES.business, place === 'business-buffer' ? transaction : undefined)
    if (act === 'read-card') return () => call(readCard, [out(BYTES.card), business], ['card', 'business'])
    if (act === 'read-identity-card')
      return () =>
        call(readIdentityCard, [text(undefined), out(BYTES.identity), business], ['identity', 'business'])
    const query = inputText(input, 'query', QUERY)
    if (act !== 'query-code' || queryCode === '' || query === undefined) return undefined
    return () => call(queryCode, [text(query), out(BYTES.business)], ['business'])
  }

  return {
    library: read.text('library', undefined, LIBRARY_PATH),
    convention: read.choice('convention', 'stdcall', ['stdcall', 'cdecl']),
    encoding: read.choice('encoding', 'gb18030', ENCODINGS),
    signatures: [
      { name: initialise, parameters: ['text-in', 'text-out'] as const },
      { name: readCard, parameters: ['text-out', 'text-out'] as const },
      { name: readIdentityCard, parameters: ['text-in', 'text-out', 'text-out'] as const },
      { name: queryCode, parameters: ['text-in', 'text-out'] as const },
      { name: verifyPin, parameters: ['text-out'] as const },
    ].filter(({ name }) => name !== ''),
    run: (act, input, caller) => {
      const performing = perform(act, input, caller)
      if (performing === undefined) return undefined
      return begin(caller).then((begun) => (begun.ok ? performing() : begun))
    },
  }
})
