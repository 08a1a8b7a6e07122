/** The power goes, the process is killed: whatever was acknowledged is there afterwards, and the file is sound. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { checkFile } from '#db/check-file.ts'
import { openFile } from '#db/connection.ts'
import { aStore } from './a-store.ts'

const rounds = 5
const writer = fileURLToPath(new URL('./writing-host.ts', import.meta.url))

interface Fact {
  readonly visit?: string
  readonly notes?: string
  readonly attachment?: string
  readonly draft?: string
}

/** Runs the writing process, kills it some microseconds after its nth reply, and gives every reply that came out. */
async function killedAfter(replies: number, home: string, path: string): Promise<Fact[]> {
  const child = spawn(process.execPath, [writer, home, path])
  const facts: Fact[] = []
  let complaints = ''
  child.stderr.on('data', (part) => {
    complaints += part
  })
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    facts.push(JSON.parse(line) as Fact)
    if (facts.length !== replies) return
    // A moment at random within the next write.
    const until = performance.now() + Math.random() * 4
    while (performance.now() < until);
    child.kill('SIGKILL')
  })
  await new Promise((done) => lines.on('close', done))
  expect(facts.length, complaints).toBeGreaterThanOrEqual(replies)
  return facts
}

it(`over ${rounds} kills in the middle of writing, loses no acknowledged visit, attachment or draft`, async () => {
  const { file, path } = aStore()
  const home = join(path, '..')
  file.close()
  let lastDraft = ''
  const visits: Fact[] = []
  const attachments: string[] = []
  for (let round = 0; round < rounds; round++) {
    for (const fact of await killedAfter(1 + Math.floor(Math.random() * 40), home, path)) {
      if (fact.visit) visits.push(fact)
      if (fact.attachment) attachments.push(fact.attachment)
      if (fact.draft) lastDraft = fact.draft
    }
    const again = openFile(path)
    try {
      expect(again.warnings).toEqual(['uncleanExit'])
      const notes = again.db.prepare('SELECT notes FROM visits WHERE id = ?').pluck()
      for (const { visit, notes: written } of visits) expect(notes.get(visit)).toBe(written)
      const size = again.db
        .prepare('SELECT length(bytes) FROM attachments JOIN blobs USING (sha256) WHERE id = ?')
        .pluck()
      for (const id of attachments) expect(size.get(id)).toBe(200_000)
      const draft = again.db.prepare("SELECT value FROM drafts WHERE key = 'capture'").pluck().get() as string
      // The draft after the last acknowledged one may have been safe already when the process died.
      const number = (text: string) => Number(/\d+/.exec(text)?.[0])
      expect(number(draft) - number(lastDraft)).toBeOneOf([0, 1])
      expect(checkFile(again.db)).toEqual([])
    } finally {
      again.close()
    }
  }
  expect(visits.length).toBeGreaterThan(0)
}, 60_000)
