import { readAnswer, readCall, readReady, readStart } from '../bridge/protocol.ts'
import { createIdentityFrameParser, IDENTITY_FRAME_MAXIMUM } from '../card/identity-frame.ts'
import { identityTextOf, readIdentityText } from '../card/identity-text.ts'
import { readSafetyOutputs } from '../card/safety-control.ts'
import { readSocialSecurityCard } from '../card/social-security-card.ts'
import type { FuzzTarget } from './targets.ts'

const identityFrames: FuzzTarget = {
  name: 'identity-frames',
  run: (bytes) => {
    const parser = createIdentityFrameParser()
    for (const event of parser.push(bytes)) {
      if (event.kind === 'frame' && event.frame.data.length > IDENTITY_FRAME_MAXIMUM)
        throw new Error('frame too long')
    }
    if (parser.held() > IDENTITY_FRAME_MAXIMUM) throw new Error('more held than one frame')
    parser.idle()
    if (parser.held() !== 0) throw new Error('bytes held after the line paused')
  },
}

/** What no field of a document may hold. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u

const identityText: FuzzTarget = {
  name: 'identity-text',
  run: (bytes) => {
    // both as the data of an answer and as the text itself
    for (const text of [bytes, identityTextOf(bytes) ?? new Uint8Array(0)]) {
      const read = readIdentityText(text)
      if (!read.ok) continue
      if (Object.values(read.document).some((value) => UNFIT.test(String(value))))
        throw new Error('a field that cannot be shown')
    }
  },
}

const cardTexts: FuzzTarget = {
  name: 'card-texts',
  run: (bytes) => {
    const text = Buffer.from(bytes).toString('utf8')
    const card = readSocialSecurityCard(text)
    if (card.ok && Object.values(card.card).some((value) => UNFIT.test(value)))
      throw new Error('a field that cannot be shown')
    const purpose = { visit: 'sale', transactionNumber: '2102A', alsoFor: ['1101', '2101A'] }
    for (const outputs of [
      { business: text },
      { card: text, business: 'x' },
      { identity: text, business: 'x' },
    ]) {
      const read = readSafetyOutputs(outputs, purpose)
      if (read.ok && UNFIT.test(JSON.stringify(read.credential)))
        throw new Error('a credential that cannot be sent')
    }
  },
}

const bridgeLines: FuzzTarget = {
  name: 'bridge-lines',
  run: (bytes) => {
    const line = Buffer.from(bytes).toString('utf8')
    for (const read of [readStart, readReady, readCall]) read(line)
    const answer = readAnswer(line, 'call-1')
    if (answer?.ok === true && Object.keys(answer.outputs).length > 8) throw new Error('too many outputs')
  },
}

/** The parsers of card readers and of the bridge to vendors' libraries. */
export const CARD_TARGETS: readonly FuzzTarget[] = [identityFrames, identityText, cardTexts, bridgeLines]
