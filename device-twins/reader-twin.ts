import { encodeIdentityRequest } from '../native-bridge/card/identity-frame.ts'
import {
  answerFrame,
  cardText,
  FOUND,
  NO_CARD,
  readData,
  SELECTED,
  type CardFields,
} from './identity-card.ts'

/** What a reader does with each question. */
export type ReaderTwin = {
  /** Lays a card on; `undefined` takes it away. */
  lay: (card: { readonly mark: string; readonly fields: CardFields } | undefined) => void
  /** Bytes from the till; gives the answers to the questions that are whole. */
  readonly hear: (bytes: Uint8Array) => readonly Uint8Array[]
  /** Questions heard, oldest first. */
  readonly heard: readonly string[]
  /** Changes what is said: `question` is find, select or read, `usual` the right answer. */
  says: (question: string, usual: Uint8Array) => readonly Uint8Array[]
}

const QUESTIONS = (['find', 'select', 'read'] as const).map(
  (name) => [Buffer.from(encodeIdentityRequest(name)).toString('hex'), name] as const,
)
const REQUEST_LENGTH = encodeIdentityRequest('find').length

/** A reader without hardware that answers right until it is told to say something else. */
export function createReaderTwin(): ReaderTwin {
  let card: { readonly mark: string; readonly fields: CardFields } | undefined
  let rest = Buffer.alloc(0)
  const heard: string[] = []
  const usual = (question: string): Uint8Array => {
    if (card === undefined)
      return question === 'find' ? NO_CARD : answerFrame(question === 'read' ? 0x41 : 0x81)
    if (question === 'find') return FOUND
    return question === 'select' ? SELECTED : answerFrame(0x90, readData(cardText(card.mark, card.fields)))
  }
  const twin: ReaderTwin = {
    lay: (next) => {
      card = next
    },
    heard,
    says: (_question, answer) => [answer],
    hear: (bytes) => {
      rest = Buffer.concat([rest, bytes])
      const answers: Uint8Array[] = []
      while (rest.length >= REQUEST_LENGTH) {
        const hex = rest.subarray(0, REQUEST_LENGTH).toString('hex')
        const question = QUESTIONS.find(([known]) => known === hex)?.[1]
        // HID reports are filled up with zeros
        rest = rest.subarray(question === undefined ? 1 : REQUEST_LENGTH)
        if (question === undefined) continue
        heard.push(question)
        answers.push(...twin.says(question, usual(question)))
      }
      return answers
    },
  }
  return twin
}
