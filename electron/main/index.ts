import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, Menu, session } from 'electron'
import { DISPLAY_URL, PAGE_URL } from '../shared/channels.ts'
import { keepCustomerWindow } from './customer-window.ts'
import { superviseEngine, type Supervisor } from './engine/supervisor.ts'
import { startUtilityEngine } from './engine/utility-engine.ts'
import { askAboutEngine } from './engine-trouble.ts'
import { closeContents, closeSession, quietNetwork } from './hardening.ts'
import { engineCommand, readGivenOptions } from './options.ts'
import { declarePageProtocol, servePage } from './page-protocol.ts'
import { brokerPorts } from './port-broker.ts'
import { answerPage } from './page-requests.ts'
import { openTillWindow } from './window.ts'

const given = readGivenOptions(process.argv, process.env)
const log = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

// each shop's data has its own window state and its own single instance
const dataDir = given.dataDir ?? app.getPath('userData')
const windowState = join(dataDir, 'window')
mkdirSync(windowState, { recursive: true })
app.setPath('userData', dataDir)
app.setPath('sessionData', windowState)

if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  quietNetwork()
  declarePageProtocol()
  Menu.setApplicationMenu(null)
  // a test on a build machine runs as administrator, for whom Chromium has no sandbox
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => closeContents(contents))
  let window: BrowserWindow | undefined
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('ready', () => {
    closeSession(session.defaultSession)
    servePage(session.defaultSession, join(import.meta.dirname, '..', 'renderer'))
    window = openTill()
  })
}

function openTill(): BrowserWindow {
  const command = engineCommand(given, { dataDir, appFolder: app.getAppPath(), isPackaged: app.isPackaged })
  const supervisor = superviseEngine({
    launch: () => startUtilityEngine(command),
    onReady: (engine) => broker.engineReady(engine),
    onGivingUp: askAboutEngine,
    log,
  })
  supervisor.start()
  const window = openTillWindow()
  const broker = brokerPorts(supervisor.current)
  broker.add({ window, role: 'till', url: PAGE_URL })
  answerPage(window)
  keepCustomerWindow(window, given.customerDisplay, (opened) =>
    broker.add({ window: opened, role: 'display', url: DISPLAY_URL }),
  )
  endEngineBeforeQuitting(supervisor)
  return window
}

/** The engine closes its database before the program is gone. */
function endEngineBeforeQuitting(supervisor: Supervisor): void {
  let ended = false
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void supervisor.stop().finally(() => {
      ended = true
      app.quit()
    })
  })
}
