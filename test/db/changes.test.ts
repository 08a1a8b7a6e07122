import { describe, expect, it } from 'vitest'
import { transact, type Writer } from '#db/changes.ts'
import { historyOf, undoChange } from '#db/history.ts'
import { compareWithLog } from '#db/replay.ts'
import { createStampClock } from '#db/stamp.ts'
import { find, type Store } from '#db/store.ts'
import { ProblemError } from '#shared/contract/problem.ts'
import fc from '#test/random.ts'
import { aPartner, aStore } from './a-store.ts'

const by = (command = 'test') => ({ actor: 'Kari Berg', command })
const write = <T>(
  store: Store,
  work: (writer: Writer) => T extends PromiseLike<unknown> ? never : T,
  undoes?: string,
) => transact<T>(store, { ...by(), ...(undoes ? { undoes } : {}) }, work)

function sector(id: string, position: number, name = `Bransje ${position}`) {
  return { id, nameNb: name, nameSv: name, nameEn: name, position }
}

describe('the change log', () => {
  it('writes row and log together: one entry for a new record, one per field that differs', () => {
    const { store, newId } = aStore()
    const id = newId()
    write(store, (writer) => void writer.insert('sectors', sector(id, 40)))
    const { stamp } = write(store, (writer) => void writer.revise('sectors', id, { nameNb: 'Havbruk', position: 40 }))
    const entries = store.db
      .prepare('SELECT field, value, replaces FROM changes WHERE record_id = ? ORDER BY seq')
      .all(id) as { field: string; value: string; replaces: string | null }[]
    expect(entries.map((entry) => entry.field)).toEqual(['*', 'nameNb'])
    expect(entries[1]?.value).toBe('"Havbruk"')
    expect(entries[1]?.replaces).toBe(find(store, 'sectors', id)?.createdStamp)
    expect(find(store, 'sectors', id)?.changedStamp).toBe(stamp)
  })

  it('writes nothing where nothing differs', () => {
    const { store, newId } = aStore()
    const id = newId()
    write(store, (writer) => void writer.insert('sectors', sector(id, 41)))
    const { stamp } = write(store, (writer) => void writer.revise('sectors', id, { position: 41 }))
    expect(stamp).toBeNull()
  })

  it('takes everything back when the work throws, and the next change still chains', () => {
    const { store, newId } = aStore()
    const count = () => store.db.prepare('SELECT count(*) FROM changes').pluck().get()
    const before = count()
    expect(() =>
      write(store, (writer) => {
        writer.insert('sectors', sector(newId(), 42))
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(count()).toBe(before)
    write(store, (writer) => void writer.insert('sectors', sector(newId(), 43)))
    expect(compareWithLog(store.db)).toEqual([])
  })

  it('refuses a reference to a record that is gone, and removing one that is named', () => {
    const { store, newId, me } = aStore()
    const partner = newId()
    write(store, (writer) => void writer.insert('partners', aPartner(partner)))
    write(store, (writer) => void writer.revise('persons', me, { organisationId: partner }))
    expect(() => write(store, (writer) => writer.remove('partners', partner))).toThrow(ProblemError)
    write(store, (writer) => void writer.revise('persons', me, { organisationId: null }))
    write(store, (writer) => writer.remove('partners', partner))
    expect(() => write(store, (writer) => void writer.revise('persons', me, { organisationId: partner }))).toThrow(
      ProblemError,
    )
  })

  it('finds one flipped value in a table and one changed entry in the log', () => {
    const { store, newId } = aStore()
    const id = newId()
    write(store, (writer) => void writer.insert('sectors', sector(id, 44)))
    store.db.prepare("UPDATE sectors SET name_sv = 'Bransje 45' WHERE id = ?").run(id)
    expect(compareWithLog(store.db)).toEqual([expect.objectContaining({ kind: 'row', id, detail: 'name_sv' })])
    store.db.prepare('UPDATE sectors SET name_sv = ? WHERE id = ?').run('Bransje 44', id)
    expect(compareWithLog(store.db)).toEqual([])
    store.db.prepare("UPDATE changes SET value = replace(value, '44', '46') WHERE record_id = ?").run(id)
    expect(compareWithLog(store.db).map((found) => found.kind)).toContain('hash')
  })
})

describe('history and undo', () => {
  it('tells every change of a record, newest first, with what each field was', () => {
    const { store, newId } = aStore()
    const id = newId()
    write(store, (writer) => void writer.insert('sectors', sector(id, 50, 'Fisk')))
    write(store, (writer) => void writer.revise('sectors', id, { nameNb: 'Fiske' }))
    write(store, (writer) => void writer.revise('sectors', id, { nameNb: 'Fiskeri' }))
    const history = historyOf(store, { entity: 'sectors', id }, null, 100).rows
    expect(history).toHaveLength(3)
    expect(history[0]?.fields).toEqual([
      expect.objectContaining({ field: 'nameNb', value: 'Fiskeri', before: 'Fiske' }),
    ])
    expect(history[1]?.fields).toEqual([expect.objectContaining({ field: 'nameNb', value: 'Fiske', before: 'Fisk' })])
    expect(history[0]?.actor).toBe('Kari Berg')
  })

  it('undoes and redoes, and refuses to undo twice', () => {
    const { store, newId } = aStore()
    const id = newId()
    const made = write(store, (writer) => void writer.insert('sectors', sector(id, 51, 'Fisk'))).stamp ?? ''
    const undo = write(store, (writer) => undoChange(writer, made), made).stamp ?? ''
    expect(find(store, 'sectors', id)?.deletedAt).not.toBeNull()
    expect(() => write(store, (writer) => undoChange(writer, made), made)).toThrow(ProblemError)
    const redo = write(store, (writer) => undoChange(writer, undo), undo).stamp ?? ''
    expect(find(store, 'sectors', id)?.deletedAt).toBeNull()
    expect(
      historyOf(store, { entity: 'sectors', id }, null, 100).rows.find((change) => change.stamp === undo)?.undone,
    ).toBe(true)
    write(store, (writer) => undoChange(writer, redo), redo)
    expect(find(store, 'sectors', id)?.deletedAt).not.toBeNull()
    expect(compareWithLog(store.db)).toEqual([])
  })

  it('refuses to take away by an undone redo what was named since it came back', () => {
    const { store, newId } = aStore()
    const id = newId()
    const partner = aPartner(id)
    const made = write(store, (writer) => void writer.insert('partners', partner)).stamp ?? ''
    const undo = write(store, (writer) => undoChange(writer, made), made).stamp ?? ''
    const redo = write(store, (writer) => undoChange(writer, undo), undo).stamp ?? ''
    const [person] = store.db.prepare('SELECT id FROM persons').pluck().all() as string[]
    write(store, (writer) => void writer.revise('persons', person ?? '', { organisationId: id }))
    expect(() => write(store, (writer) => undoChange(writer, redo), redo)).toThrow('problems.namedBy.persons')
    expect(find(store, 'partners', id)?.deletedAt).toBeNull()
  })

  it('refuses to undo what was changed again since, and names the field', () => {
    const { store, newId } = aStore()
    const id = newId()
    write(store, (writer) => void writer.insert('sectors', sector(id, 52)))
    const first =
      write(store, (writer) => void writer.revise('sectors', id, { nameNb: 'Skog', nameSv: 'Skog' })).stamp ?? ''
    write(store, (writer) => void writer.revise('sectors', id, { nameNb: 'Skogbruk' }))
    expect(() => write(store, (writer) => undoChange(writer, first), first)).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'conflict', fields: { nameNb: expect.anything() } }),
      }),
    )
    expect(find(store, 'sectors', id)?.nameSv).toBe('Skog')
  })
})

describe('stamps', () => {
  it('never repeat and never go back, also when the clock stands still or is set back', () => {
    const times = [
      '2026-01-01T00:00:00.005Z',
      '2026-01-01T00:00:00.005Z',
      '2026-01-01T00:00:00.001Z',
      '2026-01-01T00:00:00.009Z',
    ]
    let at = 0
    const clock = createStampClock(() => times[at++] ?? '', 'abcdef01')
    const stamps = times.map(() => clock.next())
    expect([...stamps].sort()).toEqual(stamps)
    expect(new Set(stamps).size).toBe(4)
  })
})

type Step =
  | { do: 'make'; name: string }
  | { do: 'revise'; which: number; name: string; position: number }
  | { do: 'remove' | 'restore'; which: number }
  | { do: 'undo'; which: number }
  | { do: 'fail'; name: string }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('make' as const),
      name: fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('revise' as const),
      which: fc.nat(20),
      name: fc.string({ maxLength: 8, unit: 'grapheme' }),
      position: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const), which: fc.nat(20) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), name: fc.string() }) },
)

describe('the invariant', () => {
  it('replaying the log gives the tables byte for byte, over 1,000 random histories', () => {
    const { store, newId } = aStore()
    let histories = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        // All in one savepoint on one open file: a fresh file per history would only measure the disk.
        store.db.exec('SAVEPOINT history')
        const ids: string[] = []
        const stamps: string[] = []
        const run = (work: (writer: Writer) => void, undoes?: string) => {
          try {
            const done = write(store, work, undoes).stamp
            if (done) stamps.push(done)
          } catch (cause) {
            if (!(cause instanceof ProblemError || (cause instanceof Error && cause.message === 'planned'))) throw cause
          }
        }
        for (const one of steps) {
          if (one.do === 'make') {
            const id = newId()
            ids.push(id)
            run((writer) => void writer.insert('sectors', sector(id, 1, one.name)))
          } else if (one.do === 'fail') {
            run((writer) => {
              writer.insert('sectors', sector(newId(), 2, one.name))
              throw new Error('planned')
            })
          } else if (one.do === 'undo') {
            const stamp = stamps[one.which % Math.max(1, stamps.length)]
            if (stamp) run((writer) => undoChange(writer, stamp), stamp)
          } else {
            const id = ids[one.which % Math.max(1, ids.length)]
            if (!id) continue
            if (one.do === 'revise')
              run((writer) => void writer.revise('sectors', id, { nameNb: one.name, position: one.position }))
            else if (one.do === 'remove') run((writer) => writer.remove('sectors', id))
            else run((writer) => writer.restore('sectors', id))
          }
        }
        const differences = compareWithLog(store.db)
        store.db.exec('ROLLBACK TO history; RELEASE history')
        store.lastHash = null
        histories += 1
        expect(differences).toEqual([])
      }),
      { numRuns: 1000 },
    )
    expect(histories).toBeGreaterThanOrEqual(1000)
  }, 120_000)
})
