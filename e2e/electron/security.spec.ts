import { createServer } from 'node:http'
import { once } from 'node:events'
import { expect, test } from '../fixtures/electron-test.ts'

const PAGE = 'app://till/index.html'

test.describe('a page that turned hostile', () => {
  test('has no Node, sees two facts about the shell, and may ask two things of it', async ({
    desktop: { page },
  }) => {
    const seen = await page.evaluate(() => {
      const names = [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        '__dirname',
        'ipcRenderer',
        'electron',
      ]
      const shell: unknown = Reflect.get(window, 'tillShell')
      return {
        node: names.filter((name) => Reflect.has(window, name)),
        shell: JSON.stringify(shell, (_key, value: unknown) =>
          typeof value === 'string' || typeof value === 'function' ? typeof value : value,
        ),
        frozen: Object.isFrozen(shell),
      }
    })
    expect(seen.node).toEqual([])
    expect(seen.shell).toBe(
      '{"kind":"string","versions":{"electron":"string","chrome":"string"},"saveReport":"function","printPage":"function"}',
    )
    expect(seen.frozen).toBe(true)
  })

  test('is sandboxed and isolated', async ({ desktop: { app } }) => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      // only Electron's own test builds know this call in the types
      const read: unknown =
        contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences')
      return typeof read === 'function' ? (Reflect.apply(read, contents, []) as Record<string, unknown>) : {}
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  for (const target of [
    'https://example.invalid/',
    'app://other/index.html',
    'app://till/x.html',
    'app://till/',
  ]) {
    test(`cannot navigate to ${target}`, async ({ desktop: { app, page } }) => {
      await app.evaluate(({ BrowserWindow }) => {
        const asked = new Promise<boolean>((resolve) => {
          BrowserWindow.getAllWindows()[0]?.webContents.once('will-frame-navigate', (event) =>
            resolve(event.defaultPrevented),
          )
        })
        Reflect.set(globalThis, 'navigationAsked', asked)
      })
      await page.evaluate((url) => {
        window.location.href = url
      }, target)
      expect(await app.evaluate(() => Reflect.get(globalThis, 'navigationAsked') as Promise<boolean>)).toBe(
        true,
      )
      expect(page.url()).toBe(PAGE)
    })
  }

  test('cannot navigate to a file', async ({ desktop: { page } }) => {
    // Chromium itself refuses before the shell is asked
    const refused = page.waitForEvent('console', (message) => message.text().includes('Not allowed to load'))
    await page.evaluate(() => {
      window.location.href = 'file:///etc/passwd'
    })
    await refused
    expect(page.url()).toBe(PAGE)
  })

  test('opens no second window', async ({ desktop: { app, page } }) => {
    const opened = await page.evaluate(() => [
      window.open('https://example.invalid/') === null,
      window.open('app://till/index.html', '_blank', 'width=300') === null,
    ])
    expect(opened).toEqual([true, true])
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('embeds nothing', async ({ desktop: { page } }) => {
    const found = await page.evaluate(async () => {
      const frame = document.createElement('iframe')
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      frame.src = 'app://till/index.html'
      document.body.append(frame)
      await loaded
      const view = document.createElement('webview')
      return { frameIsBlank: frame.contentDocument === null, viewHasPowers: 'loadURL' in view }
    })
    expect(found).toEqual({ frameIsBlank: true, viewHasPowers: false })
    expect(page.frames().filter((frame) => frame.url() === PAGE)).toHaveLength(1)
  })

  test('runs no script that was not built with it', async ({ desktop: { page } }) => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.body.append(script)
      const button = document.createElement('button')
      button.setAttribute('onclick', 'window.clicked = true')
      button.click()
      // later, because what the test itself evaluates at once is exempt from the page's policy
      const evaluated = await new Promise<boolean>((resolve) => {
        window.setTimeout(() => {
          try {
            resolve(window.eval('true') === true)
          } catch {
            resolve(false)
          }
        })
      })
      return { injected: Reflect.has(window, 'injected'), clicked: Reflect.has(window, 'clicked'), evaluated }
    })
    expect(ran).toEqual({ injected: false, clicked: false, evaluated: false })
  })

  test('reaches nobody on the network', async ({ desktop: { app, page } }) => {
    const heard: string[] = []
    const server = createServer((request, response) => {
      heard.push(request.url ?? '')
      response.end('x')
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const url = `http://127.0.0.1:${address.port}`
    const page_ = await page.evaluate(async (base) => {
      const outcome = (promise: Promise<unknown>): Promise<string> =>
        promise.then(
          () => 'reached',
          () => 'refused',
        )
      const element = (tag: 'img' | 'script'): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const node = document.createElement(tag)
          node.addEventListener('load', resolve)
          node.addEventListener('error', reject)
          node.src = `${base}/${tag}`
          document.body.append(node)
        })
      const socket = (): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const opened = new WebSocket(base.replace('http', 'ws'))
          opened.addEventListener('open', resolve)
          opened.addEventListener('error', reject)
        })
      return Promise.all([
        outcome(fetch(`${base}/fetch`)),
        outcome(element('img')),
        outcome(element('script')),
        outcome(Promise.resolve().then(socket)),
      ])
    }, url)
    expect(page_).toEqual(['refused', 'refused', 'refused', 'refused'])
    // the second wall: even without the page's policy the session lets nothing out
    const session = await app.evaluate(
      ({ session: sessions }, target) =>
        sessions.defaultSession.fetch(target).then(
          () => 'reached',
          () => 'refused',
        ),
      `${url}/session`,
    )
    expect(session).toBe('refused')
    expect(heard).toEqual([])
    server.close()
  })

  test('reads no file but its own', async ({ desktop: { app } }) => {
    const statuses = await app.evaluate(
      ({ session: sessions }, paths) =>
        Promise.all(
          paths.map((path) =>
            sessions.defaultSession.fetch(`app://till/${path}`).then(
              (response) => response.status,
              () => 0,
            ),
          ),
        ),
      [
        'index.html',
        '%2e%2e/main/index.js',
        '%2e%2e%2fmain%2findex.js',
        '..%2f..%2fpackage.json',
        '..%5cmain%5cindex.js',
        '%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd',
        'index.html%00.js',
      ],
    )
    expect(statuses[0]).toBe(200)
    for (const status of statuses.slice(1)) expect([0, 404]).toContain(status)
  })

  test('gets the strict policy with every file', async ({ desktop: { app } }) => {
    const headers = await app.evaluate(async ({ session: sessions }) => {
      const response = await sessions.defaultSession.fetch('app://till/index.html')
      return Object.fromEntries(response.headers.entries())
    })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('is given no permission and no device', async ({ desktop: { page } }) => {
    const answers = await page.evaluate(async () => {
      const refused = (): string => 'refused'
      const given = (): string => 'given'
      const names = ['microphone', 'camera', 'geolocation', 'notifications', 'clipboard-read', 'midi']
      const states = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
        ),
      )
      const place = new Promise<string>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          (error) => resolve(error.code === error.PERMISSION_DENIED ? 'refused' : 'other'),
        ),
      )
      const asked = await Promise.all([
        navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(given, refused),
        navigator.mediaDevices.getDisplayMedia().then(given, refused),
        navigator.clipboard.readText().then(given, refused),
        place,
        Notification.requestPermission().then((answer) => (answer === 'denied' ? 'refused' : answer)),
      ])
      const devices = ['serial', 'hid', 'usb'].map((name) => {
        const api: unknown = Reflect.get(navigator, name)
        const request: unknown =
          typeof api === 'object' && api !== null ? Reflect.get(api, 'getDevices') : undefined
        return typeof request === 'function'
          ? (Reflect.apply(request, api, []) as Promise<unknown[]>)
          : Promise.resolve([])
      })
      return {
        states: [...new Set(states)],
        asked: [...new Set(asked)],
        devices: (await Promise.all(devices)).flat(),
      }
    })
    expect(answers).toEqual({ states: ['denied'], asked: ['refused'], devices: [] })
  })

  test('downloads nothing', async ({ desktop: { app, page } }) => {
    const attempt = app.evaluate(
      ({ session: sessions }) =>
        new Promise<boolean>((resolve) => {
          sessions.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented))
        }),
    )
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'data:application/octet-stream,x'
      link.download = 'x.bin'
      document.body.append(link)
      link.click()
    })
    expect(await attempt).toBe(true)
  })

  test('finds three words to say to the shell, and only from its own frame', async ({
    desktop: { app, page },
  }) => {
    const channels = await app.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String))
    // Electron itself listens to `error`
    expect(channels.filter((name) => name !== 'error')).toEqual(['till:page-ready'])
    // what is answered stands in a list that Electron keeps for itself
    const answered = await app.evaluate(({ ipcMain }) => {
      const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers')
      return handlers instanceof Map ? [...handlers.keys()].map(String).sort() : []
    })
    expect(answered).toEqual(['till:print-page', 'till:save-report'])
    await page.addInitScript(() => {
      Reflect.set(window, 'portsSeen', 0)
      window.addEventListener('message', (event) => {
        if (event.ports.length > 0)
          Reflect.set(window, 'portsSeen', Number(Reflect.get(window, 'portsSeen')) + 1)
      })
    })
    await page.reload()
    await page.waitForFunction(() => Reflect.get(window, 'portsSeen') === 1)
    // a foreign page with our preload script asks for the engine as soon as it has loaded
    const foreign = await app.evaluate(async ({ BrowserWindow, app: shell }) => {
      const preload = `${shell.getAppPath()}/out/preload/index.cjs`
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await window.loadURL('data:text/html,<title>foreign</title>')
      const origin: unknown = await window.webContents.executeJavaScript('window.location.origin')
      window.destroy()
      return origin
    })
    expect(foreign).toBe('null')
    expect(await page.evaluate(() => Number(Reflect.get(window, 'portsSeen')))).toBe(1)
  })
})
