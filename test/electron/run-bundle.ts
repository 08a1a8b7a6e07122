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
    happened: electron.happened,
    address: window?.address,
    shownAtOnce: window?.options.show,
    preferences: window?.options.webPreferences,
    topics: window?.webContents.sent.map((message) => message[0]),
    menus: electron.menus.map((menu) => menu[0]?.label),
  }),
)
process.exit(0)
