/** Runs the bundled main process in a plain Node over the double of Electron, and prints what came of it as JSON. */
import { once } from 'node:events'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { IpcMainInvokeEvent } from 'electron'

const [bundle = '', home = ''] = process.argv.slice(2)
const doubleUrl = new URL('./electron-double.ts', import.meta.url).href
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: doubleUrl, shortCircuit: true } : next(name, context),
})
const electron = await import('./electron-double.ts')
const gone = once(electron.app, 'gone')
await import(pathToFileURL(join(bundle, 'main.js')).href)
const beforeReady = [...electron.happened]
const replies: unknown[] = []
const answers: string[] = []
if (process.env.FYR_TEST_SECOND !== '1') {
  electron.finishStarting()
  // The window is made in the same turn as the rest of the start.
  await new Promise(setImmediate)
  const event = {
    senderFrame: { url: 'app://fyr/', origin: 'app://fyr', parent: null },
  } as unknown as IpcMainInvokeEvent
  const call = async (name: string, input: unknown) =>
    replies.push(await electron.handlers.get('fyr:call')?.(event, name, input))
  await call('app.about', {})
  for (const path of ['crashed', 'pages/guessed', '../package.json']) {
    const answer = await electron.served.get('app')?.(new Request(`app://fyr/${path}`))
    answers.push(`${answer?.status} ${answer?.headers.get('content-type')}`)
  }
  for (const button of [1, 0]) {
    electron.pressed.next = button
    const details = {
      url: `https://example.no/${button}`,
      frameName: '',
      features: '',
      referrer: { url: '', policy: 'default' },
    } as const
    electron.windows[0]?.webContents.opens({ ...details, disposition: 'new-window' })
    await new Promise(setImmediate)
  }
  electron.pressed.next = 1
  electron.savePath.next = join(home, 'Øst.fyr')
  await call('workspace.create', { name: 'Øst', country: 'NO', language: 'nb', givenName: 'Kari', familyName: 'Berg' })
  await call('preferences.choose', { language: 'nb' })
  electron.app.quit()
}
await gone
const [window] = electron.windows
console.log(
  JSON.stringify({
    beforeReady,
    replies,
    answers,
    happened: electron.happened,
    address: window?.address,
    shownAtOnce: window?.options.show,
    background: window?.options.backgroundColor,
    preferences: window?.options.webPreferences,
    topics: window?.webContents.sent.map((message) => message[0]),
    menus: electron.menus.map((menu) => menu[0]?.label),
  }),
)
process.exit(0)
