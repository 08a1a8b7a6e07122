import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openFile } from '#db/connection.ts'
import { openPackage } from '#db/package-files.ts'
import { compareWithLog } from '#db/replay.ts'
import { meetingDetail } from '#db/repositories/meeting-detail.ts'
import { listPackages } from '#db/repositories/packages.ts'
import { remindersOf } from '#db/repositories/reminders.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { assembleSnapshot } from '#db/snapshots.ts'
import { createStore, readAll } from '#db/store.ts'
import { snapshot as snapshotSchema } from '#shared/documents/snapshot.ts'
import { isActionOverdue } from '#shared/domain/action-rules.ts'
import { addDays } from '#shared/domain/days.ts'
import { decisionDaysOverdue } from '#shared/domain/decision-rules.ts'
import { presetLayout } from '#shared/domain/package-presets.ts'
import { weekdayOf } from '#shared/domain/series.ts'

const today = '2026-11-22'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Read by many tests and changed by none, so one stands for all of them. */
function aSample(sample: 'ostfold' | 'robertsfors', options: { today?: string; years?: number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'fyr-'))
  folders.push(folder)
  const path = join(folder, 'sample.fyr')
  makeSample(path, { sample, today, visitsPerYear: 24, ...options })
  const file = openFile(path)
  const store = createStore(file.db, { now: () => `${options.today ?? today}T10:00:00.000Z`, device: '0000abcd' })
  const has = (text: string) => Number(store.db.prepare(`SELECT count(*) FROM ${text}`).pluck().get())
  const [board] = readAll(store, 'bodies', 'created_stamp, id')
  if (!board) throw new Error('no body')
  const meetings = readAll(store, 'meetings', 'starts_on').filter(({ bodyId }) => bodyId === board.id)
  return { store, file, has, board, meetings }
}

describe.each(['ostfold', 'robertsfors'] as const)('the meetings of %s', (sample) => {
  const made = aSample(sample)
  const { store, has, board, meetings } = made
  const statusOn = (day: string) => meetings.find(({ startsOn }) => startsOn === day)?.status

  it('are five ordinary ones a year on weekdays, planned as a series, with one cancelled and one at a distance', () => {
    for (const year of ['2024', '2025', '2026', '2027']) {
      const series = meetings.filter((one) => one.seriesId !== null && one.startsOn.startsWith(year))
      expect(series.map(({ startsOn }) => startsOn.slice(5, 7))).toEqual(['02', '04', '06', '09', '11'])
      expect(new Set(series.map(({ seriesId }) => seriesId)).size).toBe(1)
    }
    expect(meetings.filter(({ startsOn }) => weekdayOf(startsOn) > 5)).toEqual([])
    expect(meetings.filter(({ status }) => status === 'cancelled')).toMatchObject([{ cancelledReason: /\w/ }])
    expect(meetings.filter(({ kind }) => kind === 'remote')).toMatchObject([
      { allSeeAndHear: true, status: 'archived' },
    ])
  })

  it('stand where they would on the day: one called, one in review, one approved, the older archived', () => {
    expect(statusOn('2026-12-17')).toBe('noticeSent')
    expect(statusOn('2026-11-12')).toBe('minutesInReview')
    expect(statusOn('2026-09-10')).toBe('minutesApproved')
    const older = meetings.filter(({ startsOn }) => startsOn < '2026-09-01').map(({ status }) => status)
    expect(new Set(older)).toEqual(new Set(['archived', 'cancelled']))
    expect(statusOn('2027-02-11')).toBe('planned')
    for (const one of meetings.filter(({ status }) => status === 'archived')) {
      expect(one.adjustedOn, one.startsOn).not.toBeNull()
    }
  })

  it('are adjusted within the days of the rule, or approved by the next meeting', () => {
    const waiting = meetings.find(({ status }) => status === 'minutesInReview')
    const detail = meetingDetail(store, waiting?.id ?? '', today)
    if (sample === 'ostfold') {
      expect(board).toMatchObject({ rules: 'publicLikeNo', deputyOrder: 'personal' })
      const held = meetings.filter(({ number }) => number !== null)
      held.slice(0, -1).forEach((one, index) => {
        expect(one.approvedInId, one.startsOn).toBe(held[index + 1]?.id)
      })
      return
    }
    expect(board).toMatchObject({ rules: 'municipalLikeSe', adjusters: 1, adjustmentDays: 14 })
    expect(detail.adjustments.map(({ verdict }) => verdict).sort()).toEqual(['approved', null])
    for (const one of meetings) {
      if (one.adjustedOn) expect(one.adjustedOn <= addDays(one.startsOn, 14), one.startsOn).toBe(true)
    }
    expect(has("adjustments WHERE verdict = 'refused' AND comment IS NOT NULL")).toBeGreaterThan(0)
    expect(has("minutes WHERE status = 'approved' AND version = 2")).toBeGreaterThan(0)
    expect(has('meetings WHERE announced_on > adjusted_on')).toBeGreaterThan(10)
  })

  it('have seats with roles, deputies, and a term that is over', () => {
    const members = readAll(store, 'bodyMembers', 'position').filter(({ bodyId }) => bodyId === board.id)
    expect(new Set(members.map(({ role }) => role))).toEqual(
      new Set(['chair', 'viceChair', 'member', 'deputy', 'observer']),
    )
    expect(members.filter(({ termTo }) => termTo !== null && termTo < today)).toHaveLength(1)
    expect(members.filter(({ termFrom }) => termFrom > '2024-01-01')).toHaveLength(1)
    expect(members.some(({ deputyForId }) => deputyForId !== null)).toBe(sample === 'ostfold')
    expect(members.some(({ representingId }) => representingId !== null)).toBe(true)
    expect(has('persons WHERE email IS NULL')).toBe(0)
    expect(board.secretaryId).not.toBeNull()
  })

  it.each([
    "attendances WHERE status = 'absentWithReason' AND valid_reason IS NOT NULL",
    "attendances WHERE role = 'deputy' AND replaces_id IS NOT NULL AND status = 'present'",
    'attendances WHERE arrived_at IS NOT NULL',
    'attendances WHERE left_at IS NOT NULL',
    "attendances WHERE status = 'remote'",
    'agenda_items WHERE started_at IS NOT NULL AND ended_at > started_at',
    "disqualifications WHERE outcome = 'disqualified' AND replaced_by_id IS NOT NULL",
    "votes WHERE kind = 'acclamation'",
    "votes WHERE kind = 'showOfHands' AND against_count > 0",
    "votes WHERE kind = 'secret' AND against_count > 0",
    'votes WHERE casting_vote = 1 AND for_count = against_count',
    "statements WHERE kind = 'dissent'",
    "statements WHERE kind = 'noteToMinutes'",
    "agenda_items i JOIN agenda_items o ON o.id = i.carried_from_id WHERE o.status = 'postponed' AND i.status = 'treated'",
    'agenda_items WHERE meeting_id IS NULL',
    "agenda_items WHERE confidential = 1 AND status = 'treated'",
    'agenda_items WHERE origin_follow_up_id IS NOT NULL',
    "decisions WHERE status = 'done' AND result IS NOT NULL AND reported_in_id IS NOT NULL",
    "decisions WHERE status = 'inProgress'",
    'decisions WHERE external_body IS NOT NULL',
    'decisions WHERE corrects_id IS NOT NULL',
    "decisions WHERE recipients <> '[]' AND responsible_id IS NOT NULL AND deadline IS NOT NULL",
    "actions WHERE status = 'done' AND result IS NOT NULL",
    "actions WHERE status = 'cancelled'",
    'agenda_templates WHERE standing = 1',
    "phrases WHERE text LIKE '%[[%'",
  ])('hold %s', (wanted) => {
    expect(has(wanted)).toBeGreaterThan(0)
  })

  it('hold named votes where abstaining is allowed', () => {
    expect(has("votes WHERE kind = 'named' AND abstain_count = 1") > 0).toBe(sample === 'robertsfors')
  })

  it('leave no blank of a sentence unfilled, and name nobody who is not there', () => {
    const text = JSON.stringify([
      readAll(store, 'agendaItems', 'id'),
      readAll(store, 'decisions', 'id'),
      readAll(store, 'proposals', 'id'),
    ])
    expect(text).not.toMatch(/\{[a-z]+\}/i)
    expect(has("proposals WHERE text LIKE '% ,%' OR text LIKE '%  %'")).toBe(0)
  })

  it('leave a few things overdue', () => {
    const decisions = readAll(store, 'decisions', 'id').filter((one) => decisionDaysOverdue(one, today) > 0)
    const actions = readAll(store, 'actions', 'id').filter((one) => isActionOverdue(one, today))
    for (const overdue of [decisions, actions]) {
      expect(overdue.length).toBeGreaterThan(0)
      expect(overdue.length).toBeLessThan(12)
    }
    expect(remindersOf(store, today, 14).length).toBeGreaterThan(3)
  })

  it('give numbers without gaps, each once', () => {
    const series = Map.groupBy(
      readAll(store, 'agendaItems', 'number_series, number').filter(({ number }) => number !== null),
      ({ numberSeries }) => numberSeries,
    )
    expect(series.size).toBeGreaterThanOrEqual(4)
    for (const items of series.values()) {
      expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => index + 1))
    }
    for (const year of [2024, 2025, 2026]) {
      const numbers = meetings.filter(({ numberYear }) => numberYear === year).map(({ number }) => number)
      expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    }
  })

  it('are logged as the operations that people use, in the order of time', () => {
    const commands = store.db.prepare('SELECT DISTINCT command FROM change_sets').pluck().all()
    expect(commands).toEqual(
      expect.arrayContaining(['meetings.planSeries', 'meetings.close', 'votes.add', 'minutes.sendToReview']),
    )
    const stamps = store.db.prepare('SELECT stamp FROM changes ORDER BY seq').pluck().all() as string[]
    expect(stamps).toEqual(stamps.toSorted())
    expect(compareWithLog(made.file.db)).toEqual([])
  })

  it('fill a package whose papers hold nothing of the confidential item', () => {
    const coming = meetings.find(({ startsOn }) => startsOn === '2026-12-17')
    const detail = meetingDetail(store, coming?.id ?? '', today)
    const secret = detail.items.find(({ item }) => item.confidential)?.item
    expect(secret?.confidentialGround).toMatch(/\w/)
    expect(detail.items.some(({ proposals }) => proposals.length === 2)).toBe(true)
    expect(detail.items.some(({ attachments }) => attachments[0]?.mime === 'application/pdf')).toBe(true)
    expect(detail.warnings.filter(({ key }) => key.endsWith('noticeLate'))).toEqual([])
    const made = assembleSnapshot(
      store,
      {
        bodyId: board.id,
        meetingId: coming?.id ?? null,
        withConfidential: false,
        periodFrom: '2026-01-01',
        periodTo: today,
        language: sample === 'ostfold' ? 'nb' : 'sv',
        title: 'Neste',
        madeBy: 'Kari Berg',
        version: 1,
        layout: presetLayout('papers'),
        previous: undefined,
      },
      today,
    )
    expect(snapshotSchema.safeParse(made).error?.issues ?? []).toEqual([])
    const text = JSON.stringify(made)
    const words = (value: unknown): string[] =>
      Array.from(JSON.stringify(value).matchAll(/"text":"([^"]+)"/g), ([, one]) => one ?? '')
    const secrets = [
      secret?.title ?? '',
      secret?.summary ?? '',
      ...words(secret?.background),
      ...words(secret?.proposedDecision),
    ]
    expect(secrets.length).toBeGreaterThan(3)
    expect(secrets.filter((one) => text.includes(one))).toEqual([])
    expect(text).not.toContain(secrets[0]?.replace(/ \d{4}$/, '') ?? '')
    expect(made.decisions?.overdue).toBeGreaterThan(0)
    expect(made.previousMinutes).not.toBeNull()
  })

  it('are told of by the earlier package as they were then', () => {
    const [earlier] = listPackages(store)
    const { snapshot } = openPackage(store, earlier?.id ?? '')
    expect(new Set(snapshot.attendance.map(({ meetingOn }) => meetingOn)).size).toBe(4)
    expect(snapshot.decisions?.done).toBeGreaterThan(0)
    expect(snapshot.nextMeetings.some(({ startsOn }) => startsOn === '2026-09-10')).toBe(true)
  })
})

describe('the generator of meetings', () => {
  it.each(['2026-01-03', '2024-02-29', '2026-07-15', '2025-12-31', '2026-08-01'])(
    'works for one year up to %s',
    (end) => {
      const { file, meetings, has } = aSample('robertsfors', { today: end, years: 1 })
      expect(compareWithLog(file.db)).toEqual([])
      expect(meetings.filter(({ number }) => number !== null).length).toBeGreaterThanOrEqual(3)
      expect(meetings.filter(({ status }) => status === 'noticeSent')).toHaveLength(1)
      expect(has(`meetings WHERE status IN ('planned', 'noticeSent') AND starts_on < '${end}'`)).toBe(0)
      const stamp = file.db.prepare('SELECT max(stamp) FROM changes').pluck().get()
      expect(String(stamp).slice(0, 10) <= end).toBe(true)
    },
  )
})
