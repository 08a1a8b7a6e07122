import { expect } from 'vitest'
import * as rule from '#electron/main/security/offered-documents.ts'
import { secured } from './secured.ts'

const bytes = new Uint8Array([80, 75, 3, 4])
const request = (name: string, init?: RequestInit) => new Request(`app://fyr/pages/${name}`, init)

secured(
  'electron/main/security/offered-documents.ts',
  rule,
  {
    'another page guesses where the document lies': ({ offeredDocuments }) => {
      const { offer, answer } = offeredDocuments()
      const names = [offer(bytes), offer(bytes)]
      for (const name of names) expect(name).toMatch(/^[0-9a-f]{64}$/)
      expect(names[0]).not.toBe(names[1])
      for (const name of ['', 'x', `${names[0]}/`, names[0]?.slice(1) ?? ''])
        expect(answer(request(name))?.status).toBe(404)
    },
    'the document is read a second time, or after its page is gone': async ({ offeredDocuments }) => {
      const { offer, withdraw, answer } = offeredDocuments()
      const name = offer(bytes)
      const first = answer(request(name))
      expect(new Uint8Array((await first?.arrayBuffer()) ?? [])).toEqual(bytes)
      expect(answer(request(name))?.status).toBe(404)
      const other = offer(bytes)
      withdraw(other)
      expect(answer(request(other))?.status).toBe(404)
    },
    'another site reads it, or something is sent to its address': ({ offeredDocuments }) => {
      const { offer, answer } = offeredDocuments()
      const name = offer(bytes)
      for (const from of ['https://evil.example', 'null', 'app://fyr.evil'])
        expect(answer(request(name, { headers: { Origin: from } }))?.status).toBe(404)
      for (const method of ['POST', 'PUT', 'HEAD']) expect(answer(request(name, { method }))?.status).toBe(404)
      for (const address of [
        `app://evil/pages/${name}`,
        `https://fyr/pages/${name}`,
        `app://fyr/${name}`,
        'app://fyr/',
      ])
        expect(answer(new Request(address))).toBeNull()
      // None of these has used it up.
      expect(answer(request(name, { headers: { Origin: 'app://fyr' } }))?.status).toBe(200)
    },
    'the document is kept by the browser, or run as a page': async ({ offeredDocuments }) => {
      const { offer, answer } = offeredDocuments()
      const given = answer(request(offer(bytes)))?.headers
      expect(given?.get('Content-Type')).toBe('application/octet-stream')
      expect(given?.get('Content-Disposition')).toBe('attachment')
      expect(given?.get('Cache-Control')).toBe('no-store')
      const refused = answer(request('x'))
      expect([refused?.headers.get('Content-Type'), await refused?.text()]).toEqual(['text/plain', 'Not found'])
    },
  },
  {
    mutants: [
      ['randomBytes(32)', 'randomBytes(4)'],
      ["randomBytes(32).toString('hex')", "'name'.repeat(16)"],
      ["'text/plain'", "'text/html'"],
      ["'application/octet-stream'", "'text/html'"],
      ["'no-store'", "'max-age=9'"],
      ["'attachment'", "'inline'"],
    ],
  },
)
