/** Random histories undone, redone and undone again (`histories.ts`), by two processes where there are many. */
import { fork } from 'node:child_process'
import { aDesk, differs, forgetBase, liveRecords } from '../desk.ts'
import { removeFolders } from '../folders.ts'
import type { Report, Row } from '../row.ts'
import type { HalfSays } from './half.ts'
import { histories } from './histories.ts'

/** Below this a second process costs more than it saves. */
const worthTwo = 200

async function inTwo(count: number, random: () => number, report: Report): Promise<void> {
  const first = Math.ceil(count / 2)
  const half = (share: number) =>
    new Promise<void>((done, broke) => {
      const seed = Math.floor(random() * 2 ** 32)
      const child = fork(new URL('./half.ts', import.meta.url), [String(seed), String(share)])
      child.on('message', (said: HalfSays) => {
        if ('count' in said) report.count(said.count, said.by)
        else report.case(said.failure)
      })
      child.on('error', broke)
      child.on('exit', (code) => (code === 0 ? done() : broke(new Error(`a process of the row ended with ${code}`))))
    })
  await Promise.all([half(first), half(count - first)])
}

export const row: Row = {
  name: 'undo',
  what: 'Random histories over every area: undo of all gives the first records, redo the last, undo again the first; log and tables agree',
  fullCount: 10_000,
  ciCount: 12,
  run: (count, random, report) => (count < worthTwo ? histories(count, random, report) : inTwo(count, random, report)),
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
