import { expect } from 'vitest'
import * as rule from '#electron/main/security/ipc-sender.ts'
import { secured } from './secured.ts'

type Frame = NonNullable<rule.Sender['senderFrame']>
const top: Frame = { url: 'app://fyr/visits', origin: 'app://fyr', parent: null }
const from = (senderFrame: Frame | null) => ({ senderFrame })

secured('electron/main/security/ipc-sender.ts', rule, {
  'a frame that is gone by the time its message arrives': ({ isOurSender }) => {
    expect(isOurSender(from(null))).toBe(false)
  },
  'a frame inside Fyr’s page': ({ isOurSender }) => {
    expect(isOurSender(from({ ...top, parent: {} as Frame['parent'] }))).toBe(false)
  },
  'another site in Fyr’s window': ({ isOurSender }) => {
    expect(isOurSender(from({ ...top, url: 'https://evil.example/', origin: 'https://evil.example' }))).toBe(false)
    expect(isOurSender(from({ ...top, url: 'app://fyr.evil/', origin: 'app://fyr.evil' }))).toBe(false)
  },
  'a page without an origin under Fyr’s address': ({ isOurSender }) => {
    expect(isOurSender(from({ ...top, origin: 'null' }))).toBe(false)
  },
  'a page that has just left Fyr’s address': ({ isOurSender }) => {
    expect(isOurSender(from({ ...top, url: 'https://evil.example/' }))).toBe(false)
    expect(isOurSender(from({ ...top, url: 'about:blank' }))).toBe(false)
  },
  'Fyr’s own page is not heard any more': ({ isOurSender }) => {
    expect(isOurSender(from(top))).toBe(true)
  },
})
