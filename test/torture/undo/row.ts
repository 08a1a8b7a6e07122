/** Random histories over every area: undoing all of it, newest first, gives the first records back; redoing all gives the last. */
import { hash } from 'node:crypto'
import { lasting } from '#db/history.ts'
import { compareWithLog } from '#db/replay.ts'
import { createCommands } from '../commands.ts'
import { aDesk, type Desk, differs, forgetBase, liveRecords } from '../desk.ts'
import { removeFolders } from '../folders.ts'
import type { Report, Row } from '../row.ts'

/** Histories on one file before a fresh one: removed records pile up otherwise. */
const perFile = 50

/** What is planted: an undo left out, or a field written behind the log. */
type Fault = 'undoLeftOut' | 'behindTheLog'

const digest = (records: ReadonlyMap<string, string>) =>
  hash('sha256', [...records].map(([key, row]) => `${key}${row}`).join('\n'))

async function history(desk: Desk, random: () => number, report: Report, fault?: Fault): Promise<string | null> {
  const commands = createCommands(random, structuredClone(desk.ids))
  const first = liveRecords(desk.db())
  const done: { stamp: string; name: string }[] = []
  const length = 3 + Math.floor(random() * 25)
  for (let tries = 0; done.length < length && tries < length * 6; tries++) {
    const command = commands.next()
    // What lasts can't be undone; drafts and preferences are in no log.
    if (lasting.has(command.name) || command.name.startsWith('drafts.')) continue
    const reply = await desk.call(command.name, command.input)
    if (!reply.ok) {
      if (reply.problem.code === 'internal') return `${command.name} was internal: ${JSON.stringify(command.input)}`
      continue
    }
    commands.learn(command, reply.value)
    if (reply.change) done.push({ stamp: reply.change, name: command.name })
  }
  if (fault === 'undoLeftOut') done.pop()
  report.count('changes', done.length)
  const told = done.map(({ name }) => name).join(', ')
  const last = liveRecords(desk.db())
  const undone: { stamp: string; name: string }[] = []
  for (const { stamp, name } of done.toReversed()) {
    const reply = await desk.call('history.undo', { stamp })
    if (!reply.ok) return `undo of ${name} in [${told}] was refused: ${JSON.stringify(reply.problem)}`
    if (reply.change === null) return `undo of ${name} wrote nothing`
    undone.push({ stamp: reply.change, name })
  }
  if (fault === 'behindTheLog')
    desk.db().exec("UPDATE partners SET note = 'x' WHERE id = (SELECT min(id) FROM partners)")
  const back = liveRecords(desk.db())
  if (digest(back) !== digest(first)) return `after undoing [${told}]: ${differs(first, back)}`
  if (fault) return null
  for (const { stamp, name } of undone.toReversed()) {
    const reply = await desk.call('history.undo', { stamp })
    if (!reply.ok) return `redo of ${name} in [${told}] was refused: ${JSON.stringify(reply.problem)}`
    undone[undone.findIndex((one) => one.stamp === stamp)] = { stamp: reply.change ?? '', name }
  }
  const again = liveRecords(desk.db())
  if (digest(again) !== digest(last)) return `after redoing [${told}]: ${differs(last, again)}`
  // Back to the start for the next history: the redone ones are undone once more.
  for (const { stamp, name } of undone) {
    const reply = await desk.call('history.undo', { stamp })
    if (!reply.ok) return `second undo of ${name} in [${told}] was refused: ${JSON.stringify(reply.problem)}`
  }
  const end = liveRecords(desk.db())
  return digest(end) === digest(first) ? null : `after the second undoing of [${told}]: ${differs(first, end)}`
}

async function histories(count: number, random: () => number, report: Report, fault?: Fault): Promise<void> {
  let left = count
  while (left > 0) {
    const desk = await aDesk()
    try {
      let sound = true
      for (let number = 0; sound && left > 0 && number < perFile; number++, left--) {
        const wrong = await history(desk, random, report, fault)
        report.case(wrong)
        sound = wrong === null
      }
      const [difference] = sound && !fault ? compareWithLog(desk.db(), 1) : []
      if (difference) report.case(`log and tables differ: ${JSON.stringify(difference)}`)
    } finally {
      await desk.close()
    }
  }
}

export const row: Row = {
  name: 'undo',
  what: 'Random histories over every area: undo of all gives the first records, redo the last, undo again the first; log and tables agree',
  fullCount: 10_000,
  ciCount: 12,
  run: (count, random, report) => histories(count, random, report),
  controls: [
    {
      name: 'nothing was done',
      kind: 'sound',
      async run(_random, report) {
        const desk = await aDesk()
        report.case(differs(liveRecords(desk.db()), liveRecords(desk.db())))
        await desk.close()
      },
    },
    { name: 'one undo left out', kind: 'broken', run: (random, report) => histories(5, random, report, 'undoLeftOut') },
    {
      name: 'a field written behind the log',
      kind: 'broken',
      run: (random, report) => histories(3, random, report, 'behindTheLog'),
    },
  ],
  after() {
    removeFolders()
    forgetBase()
  },
}
