/** Random histories over every area: undoing all of it, newest first, gives the first records back; redoing all gives the last. */
import { lasting } from '#db/history.ts'
import { compareWithLog } from '#db/replay.ts'
import { createCommands } from '../commands.ts'
import { aDesk, type Desk, differs, liveRecords } from '../desk.ts'
import type { Report } from '../row.ts'

/** Histories on one file before a fresh one: removed records pile up otherwise. */
const perFile = 50

/** What is planted: an undo left out, or a field written behind the log. */
type Fault = 'undoLeftOut' | 'behindTheLog'

/** What lasts can't be undone; drafts and preferences are in no log; what begins a job (a check, a report) changes no record. */
const leftOut = /^(drafts|check)\.|^plans\.report$|^packages\.preparePages$/

/** Who is named in approved minutes stays (records.md 3.21), also who was made after them: that history can't be taken back whole. */
const staysNamed = /^problems\.(partner|company|person|contact)InMinutes$/

async function history(
  desk: Desk,
  random: () => number,
  report: Report,
  fault?: Fault,
): Promise<string | null | 'kept'> {
  const commands = createCommands(random, structuredClone(desk.ids))
  const first = liveRecords(desk.db())
  const done: { stamp: string; name: string }[] = []
  const length = 3 + Math.floor(random() * 25)
  for (let tries = 0; done.length < length && tries < length * 6; tries++) {
    const command = commands.next()
    if (lasting.has(command.name) || leftOut.test(command.name)) continue
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
    if (!reply.ok && staysNamed.test(reply.problem.key)) return 'kept'
    if (!reply.ok) return `undo of ${name} in [${told}] was refused: ${JSON.stringify(reply.problem)}`
    if (reply.change === null) return `undo of ${name} wrote nothing`
    undone.push({ stamp: reply.change, name })
  }
  if (fault === 'behindTheLog')
    desk.db().exec("UPDATE partners SET note = 'x' WHERE id = (SELECT min(id) FROM partners)")
  const back = liveRecords(desk.db())
  const notFirst = differs(first, back)
  if (notFirst) return `after undoing [${told}]: ${notFirst}`
  if (fault) return null
  for (const { stamp, name } of undone.toReversed()) {
    const reply = await desk.call('history.undo', { stamp })
    if (!reply.ok) return `redo of ${name} in [${told}] was refused: ${JSON.stringify(reply.problem)}`
    undone[undone.findIndex((one) => one.stamp === stamp)] = { stamp: reply.change ?? '', name }
  }
  const again = liveRecords(desk.db())
  const notLast = differs(last, again)
  if (notLast) return `after redoing [${told}]: ${notLast}`
  // Back to the start for the next history: the redone ones are undone once more.
  for (const { stamp, name } of undone) {
    const reply = await desk.call('history.undo', { stamp })
    if (!reply.ok) return `second undo of ${name} in [${told}] was refused: ${JSON.stringify(reply.problem)}`
  }
  const notEnd = differs(first, liveRecords(desk.db()))
  return notEnd === null ? null : `after the second undoing of [${told}]: ${notEnd}`
}

export async function histories(count: number, random: () => number, report: Report, fault?: Fault): Promise<void> {
  let left = count
  while (left > 0) {
    const desk = await aDesk({ inMemory: true })
    try {
      let sound = true
      for (let number = 0; sound && left > 0 && number < perFile; number++, left--) {
        const wrong = await history(desk, random, report, fault)
        if (wrong === 'kept') report.count('named in approved minutes, so kept')
        else report.case(wrong)
        // What is left of one that failed, or was kept, would be in the way of the next.
        sound = wrong === null
      }
      const [difference] = !fault ? compareWithLog(desk.db(), 1) : []
      if (difference) report.case(`log and tables differ: ${JSON.stringify(difference)}`)
    } finally {
      await desk.close()
    }
  }
}
