/**
 * Random work between two packages of the same period: what the changes say, put on top of the last package, is what the new one prints;
 * and where the two print the same, nothing is told.
 */
import { expect, it } from 'vitest'
import type { SectionChange } from '#shared/documents/section-changes.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import { aPlanDesk, type PlanDesk } from './goals/a-plan-desk.ts'

type Code = SectionChange['code']
const choice = { periodFrom: '2026-01-01', periodTo: '2026-12-31', language: 'nb' } as const

/** A small generator with a seed, so that a failure can be run again. */
function randomOf(seed: number) {
  let state = seed * 7919
  const next = () => {
    // mulberry32: the numbers of a plain remainder follow each other too closely for choices within choices.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    below: (most: number) => Math.floor(next() * most),
    of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
  }
}

interface World {
  readonly desk: PlanDesk
  readonly meetingId: string
  readonly items: string[]
  readonly commitments: string[]
  readonly projects: string[]
  readonly milestones: string[]
  readonly activities: string[]
  made: number
}

async function aWorld(): Promise<World> {
  const desk = await aPlanDesk()
  const { id: meetingId } = await desk.aMeeting({ startsOn: '2026-10-10' })
  const world: World = {
    desk,
    meetingId,
    items: [],
    commitments: [],
    projects: [],
    milestones: [],
    activities: [],
    made: 0,
  }
  for (let at = 0; at < 5; at++) {
    await addItem(world)
    await addCommitment(world)
    await addProject(world)
    await addMilestone(world, world.projects[at] ?? '')
  }
  return world
}

const named = (world: World, what: string) => `${what} ${world.made++}`
const addItem = async (world: World) => {
  world.items.push((await world.desk.anItem(world.meetingId, { title: named(world, 'Sak') })).id)
}
const addCommitment = async (world: World) => {
  world.commitments.push((await world.desk.aCommitment({ title: named(world, 'Løfte') })).id)
}
const addProject = async (world: World) => {
  world.projects.push((await world.desk.aProject({ title: named(world, 'Prosjekt') })).id)
}
const addMilestone = async (world: World, projectId: string) => {
  world.milestones.push((await world.desk.aMilestone({ projectId, title: named(world, 'Milepæl') })).id)
}

type Work = (world: World, random: ReturnType<typeof randomOf>) => Promise<unknown>
const days = ['2026-08-31', '2026-10-31', '2026-11-30', '2026-12-31']
/** What may be refused is refused: the history goes on without it. */
const works: readonly Work[] = [
  addItem,
  ({ desk, items, meetingId }, random) =>
    desk.call('agendaItems.move', { id: random.of(items), meetingId, position: random.below(4) }),
  ({ desk, items }, random) => desk.call('agendaItems.remove', { id: random.of(items) }),
  ({ desk, items }, random) =>
    desk.call('agendaItems.revise', { id: random.of(items), changes: { summary: random.of([null, 'A', 'B']) } }),
  ({ desk, items }, random) =>
    desk.call('agendaItems.revise', {
      id: random.of(items),
      changes: random.of([
        { confidential: true, confidentialGround: 'Offl. § 25' },
        { confidential: false, confidentialGround: null },
      ]),
    }),
  addCommitment,
  ({ desk, commitments }, random) =>
    desk.call('commitments.revise', {
      id: random.of(commitments),
      changes: random.of([
        { amount: 10_000_000 },
        { amount: 5_000_000 },
        { isPublic: false },
        { isPublic: true },
        { stage: 'withdrawn' as const, withdrawnReason: 'Kuttet' },
        { stage: 'promised' as const, withdrawnReason: null },
      ]),
    }),
  ({ desk, commitments }, random) =>
    desk.deliver(random.of(commitments), '2026-09-01', random.of([1_000_000, 10_000_000])),
  ({ desk, commitments }, random) => desk.call('commitments.remove', { id: random.of(commitments) }),
  ({ desk, commitments }, random) =>
    desk.call('commitments.revise', { id: random.of(commitments), changes: { periodTo: random.of(days) } }),
  addProject,
  ({ desk, projects }, random) =>
    desk.call('projects.report', {
      projectId: random.of(projects),
      reportedOn: random.of(['2026-09-01', '2026-09-10']),
      light: random.of(['green', 'amber', 'red'] as const),
      comment: 'Som før',
    }),
  ({ desk, projects }, random) =>
    desk.call('projects.revise', {
      id: random.of(projects),
      changes: { status: random.of(['running', 'onHold'] as const) },
    }),
  (world, random) => addMilestone(world, random.of(world.projects)),
  ({ desk, milestones }, random) =>
    desk.call('milestones.forecast', { id: random.of(milestones), forecastOn: random.of(days), reason: 'Sen' }),
  ({ desk, milestones }, random) =>
    desk.call('milestones.reach', {
      id: random.of(milestones),
      actualOn: random.of([null, '2026-09-10']),
      reason: null,
    }),
  ({ desk, milestones }, random) => desk.call('milestones.remove', { id: random.of(milestones) }),
]

const of = <C extends Code>(changes: readonly SectionChange[], code: C) =>
  changes.filter((change): change is Extract<SectionChange, { code: C }> => change.code === code)
const sorted = (titles: Iterable<string>) => [...titles].toSorted()

/** Titles of the open items on the agenda, in order. */
const agendaOf = ({ meeting }: Snapshot) =>
  (meeting?.items ?? []).flatMap(({ title }) => (title === null ? [] : [title]))
const promisesOf = ({ commitments }: Snapshot) =>
  new Map((commitments?.rows ?? []).filter(({ status }) => status !== 'withdrawn').map((row) => [row.title, row]))
const projectsOf = ({ projects }: Snapshot) => new Map((projects?.rows ?? []).map((row) => [row.title, row]))
const milestonesOf = ({ projects }: Snapshot) =>
  new Map(
    (projects?.rows ?? []).flatMap((row) => row.milestones.map((one) => [one.title, { ...one, project: row.title }])),
  )

function check(before: Snapshot, after: Snapshot): void {
  const told = (after.changes?.sections ?? []).flatMap(({ changes }) => changes)
  const titles = (codes: readonly Code[]) =>
    codes.flatMap((code) => of(told, code).flatMap((change) => ('title' in change ? [change.title] : [])))

  const agenda = new Set(agendaOf(before))
  for (const title of titles(['itemWithdrawn'])) expect(agenda.delete(title), `${title} was there`).toBe(true)
  for (const title of titles(['itemAdded'])) agenda.add(title)
  // An item made confidential since is neither on the agenda for anybody nor told as gone.
  const closed = sorted(agenda).filter((title) => !agendaOf(after).includes(title))
  const withheld = after.changes?.sections.find(({ section }) => section === 'meeting')?.withheld ?? 0
  expect(closed.length, closed.join()).toBeLessThanOrEqual(withheld)
  expect(sorted(agendaOf(after)).filter((title) => !agenda.has(title))).toEqual([])
  const stay = (list: readonly string[]) => {
    const loose = new Set(titles(['itemAdded', 'itemWithdrawn', 'itemMoved']))
    const both = new Set(agendaOf(before).filter((title) => agendaOf(after).includes(title)))
    return list.filter((title) => both.has(title) && !loose.has(title))
  }
  expect(stay(agendaOf(after))).toEqual(stay(agendaOf(before)))
  const summaries = (snapshot: Snapshot) =>
    new Map((snapshot.meeting?.items ?? []).map((one) => [one.title, one.summary]))
  for (const title of stay(agendaOf(after))) {
    const isOther = summaries(before).get(title) !== summaries(after).get(title)
    expect(titles(['itemPapers']).includes(title), `papers of ${title}`).toBe(isOther)
  }

  const [had, has] = [promisesOf(before), promisesOf(after)]
  const gone = titles(['commitmentGone'])
  const made = titles(['commitmentNew'])
  expect(sorted(made)).toEqual(sorted([...has.keys()].filter((title) => !had.has(title))))
  for (const title of gone) expect([had.has(title), has.has(title)]).toEqual([true, false])
  for (const [title, now] of has) {
    const was = had.get(title)
    if (!was) continue
    const own = told.filter((change) => 'title' in change && change.title === title)
    expect(of(own, 'commitmentAmount').map(({ to }) => to?.amount)).toEqual(
      was.pledged === now.pledged ? [] : [now.pledged],
    )
    expect(of(own, 'commitmentDeadline').map(({ to }) => to)).toEqual(
      was.periodTo === now.periodTo ? [] : [now.periodTo],
    )
    expect(of(own, 'commitmentOverdue').length).toBe(was.daysOverdue === 0 && now.daysOverdue > 0 ? 1 : 0)
    const done = was.status !== 'delivered' && now.status === 'delivered'
    expect(of(own, 'commitmentDelivered').map(({ delivered }) => delivered?.amount)).toEqual(
      done ? [now.delivered] : [],
    )
    if (was.status !== 'delivered' && now.status !== 'delivered') {
      expect(of(own, 'commitmentGiven').map(({ to }) => to.amount)).toEqual(
        was.delivered === now.delivered ? [] : [now.delivered],
      )
    }
  }

  const [were, are] = [projectsOf(before), projectsOf(after)]
  expect(sorted(titles(['projectNew']))).toEqual(sorted([...are.keys()].filter((title) => !were.has(title))))
  for (const [title, now] of are) {
    const was = were.get(title)
    if (!was) continue
    const own = told.filter((change) => 'title' in change && change.title === title)
    expect(of(own, 'projectLight').map(({ to }) => to)).toEqual(was.light === now.light ? [] : [now.light])
    expect(of(own, 'projectStatus').map(({ to }) => to)).toEqual(was.status === now.status ? [] : [now.status])
  }
  const [stood, stand] = [milestonesOf(before), milestonesOf(after)]
  const ofOld = [...stand].filter(([, { project }]) => were.has(project))
  expect(sorted(titles(['milestoneNew']))).toEqual(
    sorted(ofOld.map(([title]) => title).filter((title) => !stood.has(title))),
  )
  expect(sorted(titles(['milestoneGone']))).toEqual(sorted([...stood.keys()].filter((title) => !stand.has(title))))
  for (const [title, now] of ofOld) {
    const was = stood.get(title)
    if (!was) continue
    const own = told.filter((change) => 'title' in change && change.title === title)
    expect(of(own, 'milestoneReached').map(({ on }) => on)).toEqual(
      was.actualOn !== now.actualOn && now.actualOn !== null ? [now.actualOn] : [],
    )
    const [from, to] = [was.forecastOn ?? was.baselineOn, now.forecastOn ?? now.baselineOn]
    expect(of(own, 'milestoneForecast').map((change) => [change.from, change.to])).toEqual(
      now.actualOn === null && from !== to ? [[from, to]] : [],
    )
  }
}

it.each([1, 2, 3, 4, 5, 6])('what is told is what two packages differ in (history %i)', async (seed) => {
  const random = randomOf(seed)
  const world = await aWorld()
  const { desk, meetingId } = world
  const make = async () => {
    const { id } = await desk.call('packages.make', { ...choice, bodyId: desk.bodyId, meetingId })
    return (await desk.call('packages.open', { id })).snapshot
  }
  let before = await make()
  let told = 0
  for (let round = 0; round < 4; round++) {
    for (let step = 0; step < 30; step++)
      await random
        .of(works)(world, random)
        .catch(() => undefined)
    const after = await make()
    check(before, after)
    told += (after.changes?.sections ?? []).reduce((sum, { changes }) => sum + changes.length, 0)
    before = after
  }
  expect(told, 'the history has changes').toBeGreaterThan(8)
  const again = await make()
  expect(again.changes?.sections.filter(({ changes, withheld }) => changes.length + withheld > 0)).toEqual([])
})
