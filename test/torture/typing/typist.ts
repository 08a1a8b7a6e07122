/**
 * A process in which some people type, each in a field with the window's own draft hook, over the whole backend and its file with its real
 * syncs, until somebody kills it. Prints each keystroke as `TYPIST COUNT MS`, the ms by the clock that all processes share.
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createBackend, noPorts } from '#db/backend.ts'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import { createClient } from '#shared/contract/client.ts'
import { seeded } from '../row.ts'
import { type Task, typed } from './typed.ts'

/** It comes without types. */
interface Jsdom {
  readonly JSDOM: new (html: string, options: { url: string }) => { readonly window: Window & typeof globalThis }
}

/** ms between two keystrokes, of somebody who thinks, one who writes and one who holds a key down. */
const paces = [
  (random: () => number) => (random() < 0.1 ? 300 + random() * 1200 : 70 + random() * 280),
  (random: () => number) => 60 + random() * 120,
  () => 33,
]

async function start(): Promise<void> {
  const { JSDOM } = (await import('jsdom' as string)) as Jsdom
  const page = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/' }).window
  Object.assign(globalThis, { window: page, document: page.document, IS_REACT_ACT_ENVIRONMENT: false })
  // After there is a page: it looks for one while it is loaded.
  const [{ createElement, useState }, { createRoot }, { ClientProvider }, { useDraft }] = await Promise.all([
    import('react'),
    import('react-dom/client'),
    import('#renderer/lib/client.ts'),
    import('#renderer/lib/use-draft.ts'),
  ])
  process.stdout.write('ready\n')
  const [line] = await new Promise<string[]>((done) =>
    createInterface({ input: process.stdin }).once('line', (first) => done([first])),
  )
  const task = JSON.parse(line ?? '') as Task
  const backend = createBackend({
    home: task.home,
    host: 'direct',
    version: '1',
    can: { openFiles: false, revealFiles: false },
    ports: noPorts,
    disk: sameThreadDisk,
    automaticBackups: false,
  })
  backend.workspaces.open(task.path)
  const client = createClient({ call: backend.dispatch, onChanged: backend.onChanged })
  const usual = globalThis.setTimeout
  const { waitMs } = task
  if (waitMs !== undefined) {
    const slow = (work: () => void, ms = 0) => usual(work, ms >= 300 ? waitMs : ms)
    Object.assign(globalThis, { setTimeout: slow })
  }

  function Field({ name }: { readonly name: string }) {
    const [text, setText] = useState('')
    const draft = useDraft<string>(name, setText)
    return createElement('textarea', {
      id: name,
      value: text,
      onChange(event: { target: { value: string } }) {
        setText(event.target.value)
        draft.keep(event.target.value)
      },
    })
  }
  const names = Array.from({ length: task.typists }, (_none, at) => `typist-${at}`)
  const body = page.document.body
  createRoot(body).render(
    createElement(
      ClientProvider,
      { value: client },
      names.map((name) => createElement(Field, { key: name, name })),
    ),
  )
  const write = Object.getOwnPropertyDescriptor(page.HTMLTextAreaElement.prototype, 'value')?.set
  await new Promise((drawn) => usual(drawn, 100))
  const began = Date.now()
  for (const [at, name] of names.entries()) {
    const random = seeded(task.seed + at)
    const pace = paces[at % paces.length]
    const field = page.document.getElementById(name)
    let count = 0
    const stroke = () => {
      if (Date.now() - began > task.typeMs) return
      count += 1
      // Noted before it is typed, and at once: a kill between the two counts against the program.
      writeSync(1, `${at} ${count} ${Date.now()}\n`)
      write?.call(field, typed(count))
      field?.dispatchEvent(new page.Event('input', { bubbles: true }))
      usual(stroke, pace?.(random) ?? 100)
    }
    usual(stroke, random() * 300)
  }
}

await start()
