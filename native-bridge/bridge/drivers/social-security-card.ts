import { ENCODINGS } from '../encoding.ts'
import { driverMaker, FUNCTION_NAME, inputText, LIBRARY_PATH } from './driver.ts'

/** Lists of files and data for `iReadCard`, as the vendor's manual writes them. */
const CARD_TEXT = /^[^\0]{0,1000}$/

/**
 * The ministry's reader library (SSCardDriver.dll). Acts: `read-basic` {} → card; `read-card` {authentication, card,
 * files} → data; `verify-pin` {} → message, the holder types the PIN on the reader.
 *
 * Options and how sure they are:
 * - `library`: path of SSCardDriver; SSSE32 must lie beside it. Three sources.
 * - `convention` stdcall, `encoding` gb18030: three sources for "StdCall, ANSI".
 * - `cardType` 3 (contact first, then contactless): the numbers 1 to 4 in three sources.
 * - `outputBytes` 4096: no source tells how large the output must be.
 * - `readBasic`, `readCard`, `verifyPin`: names of the exported functions; some readers export others.
 * That a text of the failure stands in the output is not confirmed.
 */
export const socialSecurityCardDriver = driverMaker((read) => {
  const readBasic = read.text('readBasic', 'iReadCardBas', FUNCTION_NAME)
  const readCard = read.text('readCard', 'iReadCard', FUNCTION_NAME)
  const verifyPin = read.text('verifyPin', 'iVerifyPIN', FUNCTION_NAME)
  const cardType = { number: read.whole('cardType', 3, 1, 4) }
  const outputBytes = read.whole('outputBytes', 4_096, 256, 8_192)
  return {
    library: read.text('library', undefined, LIBRARY_PATH),
    convention: read.choice('convention', 'stdcall', ['stdcall', 'cdecl']),
    encoding: read.choice('encoding', 'gb18030', ENCODINGS),
    signatures: [
      { name: readBasic, parameters: ['number', 'text-out'] },
      { name: readCard, parameters: ['number', 'number', 'text-in', 'text-in', 'text-out'] },
      { name: verifyPin, parameters: ['number', 'text-out'] },
    ],
    run: (act, input, { call, out, text }) => {
      switch (act) {
        case 'read-basic':
          return call(readBasic, [cardType, out(outputBytes)], ['card'])
        case 'verify-pin':
          return call(verifyPin, [cardType, out(outputBytes)], ['message'])
        case 'read-card': {
          const number = input['authentication']
          const card = inputText(input, 'card', CARD_TEXT)
          const files = inputText(input, 'files', CARD_TEXT)
          if (typeof number !== 'number' || card === undefined || files === undefined) return undefined
          return call(readCard, [cardType, { number }, text(card), text(files), out(outputBytes)], ['data'])
        }
        default:
          return undefined
      }
    },
  }
})
