/**
 * A process with the real application in it, worker and all, that does what its first line on standard input says until somebody kills
 * it. It prints one line for each thing that was acknowledged.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startBackend } from '#electron/backend/start-backend.ts'
import { createClient } from '#shared/contract/client.ts'
import { createCommands, type Ids } from '../commands.ts'

export interface Task {
  readonly home: string
  readonly path: string
  readonly seed: number
  readonly ids: Ids
  /** Commands before what comes next; endless where nothing does. */
  readonly commands: number
  readonly steps: readonly ('backup' | 'restore' | 'close' | 'commands' | 'forever')[]
}
export type Fact =
  | { readonly ready: true }
  | { readonly opened: boolean; readonly problem?: string }
  | { readonly ack: string; readonly name: string }
  | { readonly refused: string }
  | { readonly draft: string }
  | { readonly began: 'backup' | 'restore' | 'close' }
  | { readonly done: 'backup' | 'restore' | 'close'; readonly backupId?: string }

let path = ''
let home = ''
const start = JSON.parse(process.argv[2] ?? '{}') as { home: string }
const say = (fact: Fact) => process.stdout.write(`${JSON.stringify(fact)}\n`)
const beside = new URL('./patched-worker.js', import.meta.url)
const backend = startBackend({
  worker: existsSync(beside) ? beside : new URL('./patched-worker.ts', import.meta.url),
  start: {
    home: start.home,
    host: 'worker',
    version: '1',
    openAtStart: null,
    can: { openFiles: false, revealFiles: false },
  },
  ports: {
    pickOpen: async () => path,
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

async function job(begun: Promise<{ jobId: string }>): Promise<string> {
  const { jobId } = await begun
  for (;;) {
    const state = (await client.call('jobs.show', { id: jobId }))?.state ?? 'gone'
    if (state !== 'working' && state !== 'asking') return state
    await new Promise((wait) => setTimeout(wait, 2))
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const task = JSON.parse(line) as Task
  ;({ path, home } = task)
  let state = task.seed
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const opened = await client.ask('workspace.open', { recentId: null })
  say({ opened: opened.ok, ...(opened.ok ? {} : { problem: opened.problem.key }) })
  const commands = createCommands(random, task.ids)
  const work = async (count: number) => {
    for (let number = 0; number < count; number++) {
      const command = commands.next()
      const reply = await backend.call(command.name, command.input)
      if (!reply.ok) say({ refused: reply.problem.key })
      else {
        commands.learn(command, reply.value)
        if (reply.change) say({ ack: reply.change, name: command.name })
        else if (command.name === 'drafts.save')
          say({ draft: JSON.stringify((command.input as { value: unknown }).value) })
      }
    }
  }
  await work(task.commands)
  for (const step of task.steps) {
    if (step === 'commands') await work(task.commands)
    else if (step === 'forever') await work(Number.POSITIVE_INFINITY)
    else if (step === 'close') {
      say({ began: 'close' })
      await backend.close()
      say({ done: 'close' })
    } else if (step === 'backup') {
      say({ began: 'backup' })
      const [end] = await Promise.all([job(client.call('backups.make', {})), work(5)])
      const [newest] = await client.call('backups.list', { where: 'here' })
      if (end === 'done') say({ done: 'backup', backupId: newest?.id ?? '' })
      else say({ refused: `backup ${end}` })
    } else {
      const oldest = (await client.call('backups.list', { where: 'here' })).at(-1)
      say({ began: 'restore' })
      const backupId = oldest?.id ?? ''
      let asked = await client.ask('backups.restore', { where: 'here', backupId })
      // One of the commands may have begun a job, and a restore waits for none.
      for (let wait = 0; !asked.ok && asked.problem.key === 'problems.jobsRunning' && wait < 500; wait++) {
        await new Promise((done) => setTimeout(done, 10))
        asked = await client.ask('backups.restore', { where: 'here', backupId })
      }
      const end = asked.ok ? await job(Promise.resolve(asked.value)) : asked.problem.key
      if (end === 'done') say({ done: 'restore', backupId })
      else say({ refused: `restore ${end}` })
    }
  }
}
