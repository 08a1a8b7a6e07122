/** A process of its own with the real worker, that logs visits and saves drafts until somebody kills it; prints each reply. */
import { join } from 'node:path'
import { startBackend } from '#electron/backend/start-backend.ts'
import { createClient } from '#shared/contract/client.ts'

const [home = '', path = ''] = process.argv.slice(2)
const backend = startBackend({
  worker: new URL('../../db/worker.ts', import.meta.url),
  start: { home, host: 'worker', version: '1', openAtStart: path, can: { openFiles: false, revealFiles: false } },
  ports: {
    pickOpen: async () => null,
    pickFolder: async () => null,
    pickSave: async ({ suggestedName }) => join(home, suggestedName),
    openFile: async () => ({ ok: false }),
    revealFile: async () => ({ ok: false }),
    downloadUrl: async () => null,
    printPages: async () => null,
  },
  log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
})
const client = createClient(backend)
const say = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`)
const ours = (await client.call('persons.list', {})).map(({ id }) => id)
const photo = Buffer.alloc(200_000, 7).toString('base64')

for (let number = 1; ; number++) {
  const text = `Ord for ord ${number} `.repeat(40)
  const { savedAt } = await client.call('drafts.save', { key: 'capture', value: { text } })
  say({ draft: text, savedAt })
  const visit = await client.call('visits.log', {
    companyId: null,
    newCompanyName: `Bedrift ${number}`,
    visitedOn: '2026-03-02',
    notes: text,
    ourParticipantIds: ours,
  })
  say({ visit: visit.id, notes: text })
  if (number % 3 !== 0) continue
  const file = {
    visitId: visit.id,
    kind: 'file',
    fileName: 'bilde.bin',
    mime: 'a/b',
    altText: null,
    base64: photo,
  } as const
  say({ attachment: (await client.call('attachments.add', file)).id })
}
