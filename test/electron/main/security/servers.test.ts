import { EventEmitter } from 'node:events'
import { expect } from 'vitest'
import * as rule from '#electron/main/security/servers.ts'
import { listening, stopped } from './pages.ts'
import { type Attacks, secured } from './secured.ts'

/** What the last listener's callback was told. */
function answered({ trustNoServer }: typeof rule, event: string, more: readonly unknown[]) {
  const app = new EventEmitter()
  trustNoServer(listening(app))
  const told: unknown[][] = []
  const held = stopped(app, event, {}, ...more, (...given: unknown[]) => told.push(given))
  return { held, told }
}
const url = 'https://evil.example/'

secured('electron/main/security/servers.ts', rule, {
  'a server with a certificate of its own making is trusted': (rule) => {
    const asked = [{}, url, 'net::ERR_CERT_AUTHORITY_INVALID', {}]
    expect(answered(rule, 'certificate-error', asked)).toEqual({ held: true, told: [[false]] })
  },
  'a server asks who the user is, and gets the first certificate in the machine’s store': (rule) => {
    expect(answered(rule, 'select-client-certificate', [{}, url, [{}]])).toEqual({ held: true, told: [[]] })
  },
  'a server asks for a name and a password in a dialog that looks like Fyr’s': (rule) => {
    expect(answered(rule, 'login', [{}, { url }, { isProxy: true }])).toEqual({ held: true, told: [[]] })
  },
} satisfies Attacks<typeof rule>)
