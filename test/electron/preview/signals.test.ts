/** The preview as a program of its own: a service that is stopped and a terminal that is closed close its file first. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createClient } from '#shared/contract/client.ts'
import { aFolder } from '../folders.ts'
import { postCall, signIn } from './browser.ts'

const program = fileURLToPath(new URL('../../e2e/preview-program.ts', import.meta.url))
const partnership = { name: 'Øst', country: 'NO', language: 'nb', givenName: 'Kari', familyName: 'Berg' } as const

// Windows knows no signals: there a program is just ended.
test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGHUP'] as const)(
  '%s closes the file, with nothing left beside it',
  async (signal) => {
    const home = aFolder()
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, FYR_HOME: home, FYR_PORT: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = once(child, 'exit')
    try {
      const link = await new Promise<string>((found) => {
        createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('http://') && found(line.trim()))
      })
      const { origin } = new URL(link)
      const cookie = await signIn(link)
      const client = createClient({
        call: async (name, input) => JSON.parse((await postCall(origin, cookie, name, input)).text),
        onChanged: () => () => {},
      })
      await client.call('workspace.create', partnership)
      const file = join(home, 'workspaces', 'Øst.fyr')
      expect(existsSync(`${file}-wal`)).toBe(true)
      child.kill(signal)
      expect(await gone).toEqual([0, null])
      expect([existsSync(file), existsSync(`${file}-wal`)]).toEqual([true, false])
    } finally {
      child.kill('SIGKILL')
    }
  },
  60_000,
)
