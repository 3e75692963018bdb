import { createConnection, type Socket } from 'node:net'
import type { HidBus, HidHandle, HidListener } from './hid-bus.ts'
import {
  createLineCutter,
  hexOf,
  lineOf,
  readHeard,
  reportOf,
  type HidBusAnswer,
  type HidBusNews,
  type HidBusQuestion,
} from './hid-bus-protocol.ts'

/** How long a connection, or the answer to a question, may take. */
const ANSWER_LIMIT_MS = 5_000

type Waiting = {
  readonly resolve: (answer: HidBusAnswer) => void
  readonly reject: (error: Error) => void
}

/** One connection to the bus: questions are answered in their order, news come in between. */
type Talk = {
  readonly ask: (question: HidBusQuestion) => Promise<HidBusAnswer>
  readonly end: () => void
}

/** Told of news, and once of the end of the connection. */
type TalkListener = {
  readonly onNews: (news: HidBusNews) => void
  readonly onEnd: (error: Error) => void
}

const isAnswer = (heard: HidBusAnswer | HidBusNews): heard is HidBusAnswer =>
  'done' in heard || 'error' in heard || 'devices' in heard

function talkOver(socket: Socket, { onNews, onEnd }: TalkListener): Talk {
  const waiting: Waiting[] = []
  let failure: Error | undefined

  const end = (error: Error): void => {
    if (failure !== undefined) return
    failure = error
    socket.destroy()
    for (const one of waiting.splice(0)) one.reject(error)
    onEnd(error)
  }
  const hear = (line: string): void => {
    const heard = readHeard(line)
    if (heard === undefined) return end(new Error('the HID bus says what it may not'))
    if (!isAnswer(heard)) return onNews(heard)
    waiting.shift()?.resolve(heard)
    if (waiting.length === 0) socket.setTimeout(0)
  }
  const cutter = createLineCutter(hear)
  socket.setEncoding('utf8')
  socket.setNoDelay(true)
  socket.on('data', (text: string) => {
    if (!cutter.push(text)) end(new Error('the HID bus sends a line without an end'))
  })
  socket.on('timeout', () => end(new Error('ETIMEDOUT: the HID bus does not answer')))
  socket.on('error', end)
  socket.on('close', () => end(new Error('ECONNRESET: the HID bus went away')))
  return {
    ask: (question) =>
      new Promise((resolve, reject: (error: Error) => void) => {
        if (failure !== undefined) return reject(failure)
        waiting.push({ resolve, reject })
        socket.setTimeout(ANSWER_LIMIT_MS)
        socket.write(lineOf(question))
      }),
    end: () => end(new Error('closed')),
  }
}

/** Asks one question; rejects with the bus's own text where it says that it cannot be done. */
async function must(talk: Talk, question: HidBusQuestion): Promise<HidBusAnswer> {
  const answer = await talk.ask(question)
  if ('error' in answer) throw new Error(answer.error)
  return answer
}

function handleOver(talk: Talk, listening: { listener: HidListener | undefined }): HidHandle {
  return {
    listen: (listener) => {
      listening.listener = listener
      // an end that comes meanwhile is told to the listener
      talk.ask({ listen: true }).catch(() => undefined)
    },
    write: async (report) => void (await must(talk, { write: hexOf(report) })),
    sendFeatureReport: async (report) => void (await must(talk, { feature: hexOf(report) })),
    close: async () => {
      listening.listener = undefined
      talk.end()
    },
  }
}

/**
 * A HID bus behind a port of this machine, for devices that are simulated: the same seam as the machine's own bus, and
 * everything above it the same code.
 */
export function createLoopbackHidBus(port: number): HidBus {
  const connect = (): Socket => createConnection({ host: '127.0.0.1', port })
  return {
    list: async () => {
      const talk = talkOver(connect(), { onNews: () => undefined, onEnd: () => undefined })
      try {
        const answer = await must(talk, { list: true })
        return 'devices' in answer ? answer.devices : []
      } finally {
        talk.end()
      }
    },
    open: async (path) => {
      const listening: { listener: HidListener | undefined } = { listener: undefined }
      const gone = (detail: string): void => {
        const told = listening.listener
        listening.listener = undefined
        told?.onGone(detail)
      }
      const talk = talkOver(connect(), {
        onNews: (news) => {
          if ('gone' in news) gone(news.gone)
          else listening.listener?.onReport(reportOf(news.report))
        },
        onEnd: (error) => gone(error.message),
      })
      try {
        await must(talk, { open: path })
      } catch (error) {
        talk.end()
        throw error
      }
      return handleOver(talk, listening)
    },
  }
}
