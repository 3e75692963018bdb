import type { RefusalView } from '../../engine/contract/common.ts'
import type { CallOutcome, EngineClient } from '../connection/engine-client.ts'
import { EXCLUSIVE_COMMANDS, isApprovable, type Command } from '../input/command.ts'
import type { CredentialForm, Facts, InputKind } from '../input/input-state.ts'
import type { Key } from '../input/keys.ts'
import { press } from '../input/press.ts'
import { readSearch } from '../input/read-fields.ts'
import { receive, type FieldName, type InputEvent } from '../input/receive.ts'
import { takeScan } from '../input/take-scan.ts'
import { createBadges, type Badges } from '../parts/badges.ts'
import { createSelfTest, type SelfTest } from '../self-test/self-test-store.ts'
import type { Tones } from '../sound/tones.ts'
import { createEngineStore, type EngineStore } from '../stores/engine-store.ts'
import type { PageMemory } from '../stores/page-memory.ts'
import { createViewStore, type Notice, type Place, type ViewStore } from '../stores/view-store.ts'
import { LONGEST_SCAN } from '../wedge/wedge-detector.ts'
import { followEngine, restoreResult } from './follow-engine.ts'
import { noticeOf, noticeOfCommand } from './notice-of.ts'
import { returnToMoney } from './return-to-money.ts'
import { directScans } from './direct-scans.ts'
import { quoteByItself } from './quote-by-itself.ts'
import { runCommand, type CommandResult } from './run-command.ts'

const SEARCH_LIMIT = 12
const SEARCH_LENGTH = 60

export type UnusableScan = { readonly kind: 'fragment' | 'too-long'; readonly length: number }

export type SignInFields = {
  readonly operatorNumber: string
  readonly password: string
  readonly openingFloat: number
}

/** Everything the screens can do: they show the stores and call these. */
export type Till = {
  readonly engine: EngineStore
  readonly view: ViewStore
  readonly client: EngineClient
  readonly selfTest: SelfTest
  /** Who hears of operators' badges. */
  readonly badges: Badges
  readonly facts: () => Facts
  /** False when the key is not the till's in the present state. */
  readonly press: (key: Key, repeats: boolean) => boolean
  readonly type: (text: string) => void
  /** What is typed into one of several fields. */
  readonly typeInto: (field: FieldName, text: string) => void
  readonly fill: (change: Partial<CredentialForm>) => void
  readonly scan: (text: string) => void
  readonly unusableScan: (problem: UnusableScan) => void
  readonly signIn: (given: SignInFields) => Promise<boolean>
  readonly notify: (notice: Notice | null) => void
  /** Leads to another workplace, or back to the counter. */
  readonly go: (place: Place) => void
  /** Connects. Returns what ends everything. */
  readonly start: () => () => void
}

export type TillParts = {
  readonly client: EngineClient
  readonly memory: PageMemory
  readonly tones: Tones
  readonly now: () => number
}

/** The stores and what changes them; the verbs of {@link Till} are made of these. */
type Inside = TillParts & {
  readonly engine: EngineStore
  readonly view: ViewStore
  readonly badges: Badges
  readonly facts: () => Facts
  readonly notify: (notice: Notice | null) => void
  readonly accept: (event: InputEvent) => void
}

/** Puts the page's side of the till together: projections, keyboard, scans, and the trial that starts by itself. */
export function createTill(parts: TillParts): Till {
  const { client, memory } = parts
  const view = createViewStore()
  const engine = createEngineStore(client, () => restoreResult(parts, () => engine, view))
  const facts = (): Facts => factsOf(engine, view, parts.now())
  const badges = createBadges()
  const inside: Inside = {
    ...parts,
    badges,
    engine,
    view,
    facts,
    notify: (notice) => view.setState({ notice }),
    accept: (event) => view.setState(({ input }) => ({ input: receive(input, event, facts()) })),
  }
  followEngine(parts, badges, engine, view, inside.accept)
  quoteByItself(engine, view, client)
  returnToMoney(engine, view)
  directScans(engine, view, client)
  client.on('scan.read', ({ text }) => scan(inside, text))
  return {
    engine,
    view,
    client,
    selfTest: createSelfTest(client),
    badges,
    facts,
    notify: inside.notify,
    press: (key, repeats) => pressKey(inside, key, repeats),
    type: (text) => {
      inside.accept({ type: 'text', text })
      if (view.getState().input.kind === 'search') void search(inside, text)
    },
    typeInto: (field, text) => inside.accept({ type: 'field', field, text }),
    fill: (change) => inside.accept({ type: 'form', change }),
    scan: (text) => scan(inside, text),
    unusableScan: (problem) => explainScan(inside, problem),
    signIn: (given) => signIn(inside, given),
    go: (place) => view.setState({ place, notice: null, wedgeTest: null }),
    start: () => {
      view.setState({ endedShift: memory.keptEndedShift() })
      return client.start()
    },
  }
}

function factsOf(engine: EngineStore, view: ViewStore, now: number): Facts {
  const { connection, sale, status, activity, settlements, cases, tenders, returns } = engine.getState()
  return {
    connected: connection === 'open',
    busy: activity !== null || view.getState().pending !== null,
    sale,
    settlements,
    cases,
    tenders,
    returns,
    devices: status?.devices ?? [],
    now,
  }
}

function pressKey(inside: Inside, key: Key, repeats: boolean): boolean {
  const { view, notify, facts } = inside
  if (key === 'Escape') notify(null)
  const before = view.getState().input
  const pressed = press(before, key, facts(), repeats)
  if (pressed === undefined) return false
  if (pressed === 'ignored') return true
  // what was said belongs to where it was said
  if (pressed.state.kind !== before.kind) notify(null)
  view.setState({ input: pressed.state })
  if (pressed.command !== undefined) void run(inside, pressed.command)
  return true
}

async function run(inside: Inside, command: Command): Promise<void> {
  const { client, engine, view } = inside
  const isExclusive = EXCLUSIVE_COMMANDS.has(command.do)
  if (isExclusive) view.setState({ pending: command.do })
  const given = view.getState().input.kind
  const operatorName = engine.getState().session?.operator?.name ?? ''
  const outcome = await runCommand(client, command, operatorName)
  if (isExclusive) view.setState({ pending: null })
  finish(inside, { command, given }, outcome)
}

function finish(
  inside: Inside,
  { command, given }: { readonly command: Command; readonly given: InputKind },
  outcome: CallOutcome<CommandResult>,
): void {
  const { view, memory, notify, accept } = inside
  if (!outcome.ok) {
    const { problem } = outcome
    const asks = problem.kind === 'refused' ? questionOf(command, problem.refusal) : undefined
    if (asks !== undefined) accept(asks)
    else if (view.getState().input.kind === 'approval') accept({ type: 'approval-refused' })
    notify(asks === undefined ? noticeOfCommand(command, problem) : null)
    return
  }
  const { event, notice, endedShift, printed, place } = outcome.value
  if (place !== undefined) view.setState({ place })
  if (endedShift !== undefined) {
    memory.keepEndedShift(endedShift)
    view.setState({ endedShift })
  }
  if (printed === true) view.setState(({ copies }) => ({ copies: copies + 1 }))
  if (event !== undefined) accept(event)
  accept({ type: 'done', command: command.do, given })
  notify(notice ?? null)
}

/** A refusal that a person can answer: by a second person's word, or by saying that they know. */
function questionOf(command: Command, refusal: RefusalView): InputEvent | undefined {
  if (refusal.code === 'RIGHT_NEEDED' && isApprovable(command) && command.approval === undefined) {
    return { type: 'right-needed', command, right: String(refusal.params['right'] ?? '') }
  }
  return refusal.code === 'INSURANCE_REPEAT_WARNING' ? { type: 'repeat-warned', warning: refusal } : undefined
}

async function search(inside: Inside, text: string): Promise<void> {
  const { query } = readSearch(text)
  if (query === '') {
    inside.accept({ type: 'hits', text, hits: [] })
    return
  }
  const wanted = { text: query.slice(0, SEARCH_LENGTH), limit: SEARCH_LIMIT }
  const found = await inside.client.call('goods.search', wanted)
  if (found.ok) inside.accept({ type: 'hits', text, hits: found.value.hits })
  else inside.notify(noticeOf(found.problem))
}

/** A scan goes to what is open when that takes scans, else to the sale; where scanners are being set up it is only shown. */
function scan(inside: Inside, text: string): void {
  const { view, facts, notify, tones } = inside
  if (view.getState().place === 'settings' && !inside.badges.isWanted()) {
    view.setState({ wedgeTest: text })
    return
  }
  const taken = takeScan(view.getState().input, text, facts())
  if (taken === undefined) {
    void submitScan(inside, text)
    return
  }
  if (taken.command?.do === 'tell') tones.refused()
  else tones.accepted()
  notify(null)
  view.setState({ input: taken.state })
  if (taken.command !== undefined) void run(inside, taken.command)
}

async function submitScan(inside: Inside, text: string): Promise<void> {
  const submitted = await inside.client.call('scan.submit', { text })
  // what a scan did comes as an event, for every scanner alike
  if (submitted.ok) return
  inside.tones.refused()
  inside.notify(noticeOf(submitted.problem))
}

function explainScan({ tones, notify }: Inside, { kind, length }: UnusableScan): void {
  tones.refused()
  notify(
    kind === 'fragment'
      ? { tone: 'trouble', text: 'notice.fragment', parameters: { length } }
      : { tone: 'refused', refusal: { code: 'SCAN_TOO_LONG', params: { length, limit: LONGEST_SCAN } } },
  )
}

async function signIn({ client, view, memory, notify }: Inside, given: SignInFields): Promise<boolean> {
  const signed = await client.call('session.signIn', given)
  if (!signed.ok) {
    notify(noticeOf(signed.problem))
    return false
  }
  memory.keepEndedShift(null)
  view.setState({ endedShift: null, notice: null })
  return true
}
