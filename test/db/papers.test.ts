import { createHash } from 'node:crypto'
import { appendFileSync, copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { meetingPaper } from '#shared/documents/meeting-paper.ts'
import { richFromPlain } from '#shared/domain/rich-text.ts'
import type { TestBackend } from './a-backend.ts'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

type Choice = Partial<InputOf<'papers.export'>> & Pick<InputOf<'papers.export'>, 'kind'>

const secret = 'Hemmelig tomt på Hafslund'

/** The job when it has ended; each step is announced, so that nothing is polled. */
async function ended(desk: TestBackend, jobId: string) {
  for (;;) {
    let announced = () => {}
    const step = new Promise<void>((resolve) => {
      announced = resolve
    })
    const stop = desk.onChanged(() => announced())
    const job = await desk.call('jobs.show', { id: jobId })
    if (!job) throw new Error('no job')
    if (!['working', 'asking'].includes(job.state)) {
      stop()
      return job
    }
    await step
    stop()
  }
}

/** A meeting with an open and a confidential item, decided; `paper` previews, `exported` waits for the file. */
async function aDesk(given: Parameters<typeof aMeetingDesk>[0] = {}) {
  const desk = await aMeetingDesk(given)
  const { id: meetingId } = await desk.aMeeting()
  const open = await desk.anItem(meetingId, { title: 'Budsjett 2027', caseNo: '26/114' })
  const closed = await desk.anItem(meetingId, {
    title: secret,
    confidential: true,
    confidentialGround: 'offentleglova § 13',
    summary: secret,
    background: richFromPlain(secret),
    proposedDecision: richFromPlain(secret),
  })
  const choice = (kind: Choice) => ({
    bodyId: desk.bodyId,
    meetingId,
    language: 'nb' as const,
    redacted: false,
    ...kind,
  })
  const paper = (kind: Choice) => {
    const { format: _, overEdits: __, ...asked } = choice(kind)
    return desk.call('papers.preview', asked)
  }
  const exported = async (kind: Choice) => {
    const { jobId } = await desk.call('papers.export', { format: 'docx', ...choice(kind) })
    return ended(desk, jobId)
  }
  return { desk, meetingId, open, closed, paper, exported }
}

async function hold(desk: MeetingDesk, meetingId: string, itemIds: readonly string[]) {
  await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
  await desk.callRoll(meetingId)
  for (const id of itemIds) await desk.decide(id, id === itemIds[1] ? secret : 'Budsjettet vedtas.')
  await desk.call('meetings.close', { id: meetingId, adjournedAt: '11:00' })
}

describe('a paper', () => {
  it.each(['notice', 'agenda', 'casePapers', 'minutes', 'followUpList', 'attendanceList'] as const)(
    'of kind %s follows its schema and holds the agenda as it is',
    async (kind) => {
      const { paper } = await aDesk()
      const made = await paper({ kind })
      expect(meetingPaper.safeParse(made).error?.issues ?? []).toEqual([])
      expect(made.items.map(({ title }) => title)).toEqual(['Budsjett 2027', secret])
      expect(made.minutes?.status ?? 'draft').toBe('draft')
    },
  )

  it('of all meetings is a list of what is to be followed up, overdue first', async () => {
    const { desk, meetingId, open, closed } = await aDesk()
    await hold(desk, meetingId, [open.id, closed.id])
    const act = (title: string, dueOn: string) =>
      desk.call('actions.add', { title, ownerId: desk.me, dueOn, originItemId: open.id })
    await act('Sende brev', '2026-10-01')
    await act('Kalle inn', '2026-09-11')
    await act('Bestille sal', '2026-09-01')
    const list = await desk.call('papers.preview', {
      kind: 'followUpList',
      bodyId: desk.bodyId,
      meetingId: null,
      language: 'nb',
      redacted: false,
    })
    expect(list.followUps.map(({ title, daysOverdue }) => [title, daysOverdue])).toEqual([
      ['Bestille sal', 14],
      ['Kalle inn', 4],
      ['Sende brev', 0],
    ])
    expect(list.followUps[0]).toMatchObject({ numberText: 'Sak 1/26', origin: 'Sak 1/26 Budsjett 2027' })
  })

  it('that is an extract needs a decision of its meeting', async () => {
    const { desk, meetingId, open, closed, paper } = await aDesk()
    await hold(desk, meetingId, [open.id, closed.id])
    const { items } = await desk.open(meetingId)
    const decisionId = items[0]?.decisions[0]?.id ?? ''
    expect((await paper({ kind: 'extract', decisionId })).extractOf).toEqual({ item: 0, decision: 0 })
    const choice = { bodyId: desk.bodyId, meetingId, language: 'nb', redacted: false } as const
    for (const wrong of [null, desk.me]) {
      expect(await desk.problemOf('papers.preview', { kind: 'extract', decisionId: wrong, ...choice })).toMatchObject({
        code: 'notFound',
      })
    }
    const lost = await desk.problemOf('papers.preview', { ...choice, kind: 'notice', meetingId: null })
    expect(lost.key).toBe('problems.paperNeedsMeeting')
  })

  it('tells who came and went with the item during which they did', async () => {
    const { desk, meetingId, open, closed, paper } = await aDesk()
    const [anne = '', bjorn = ''] = desk.memberIds
    await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
    await desk.callRoll(meetingId)
    const clock = (id: string, at: string, does: 'start' | 'end') => desk.call('agendaItems.clock', { id, at, does })
    await clock(open.id, '09:05', 'start')
    await clock(closed.id, '09:40', 'start')
    const at = async (personId: string, changes: { arrivedAt?: string; leftAt?: string }) =>
      desk.call('attendances.revise', { id: (await desk.rowOf(meetingId, personId)).id, changes })
    await at(anne, { arrivedAt: '09:20' })
    await at(bjorn, { leftAt: '10:00' })
    const { items } = await paper({ kind: 'minutes' })
    expect(items.map(({ movements }) => movements.map(({ at, does }) => `${at} ${does}`))).toEqual([
      ['09:20 arrives'],
      ['10:00 leaves'],
    ])
    // Anne came during the first item and votes in it; Bjørn is gone when the second is decided.
    expect(items.map(({ quorum }) => quorum.voters)).toEqual([4, 3])
  })
})

describe('a redacted paper', () => {
  it('holds nothing of a confidential item but its place and ground, in any kind and in the file itself', async () => {
    const { desk, meetingId, open, closed, paper, exported } = await aDesk()
    await hold(desk, meetingId, [open.id, closed.id])
    for (const kind of ['agenda', 'casePapers', 'minutes'] as const) {
      const made = await paper({ kind, redacted: true })
      expect(made.items[1]).toMatchObject({ withheld: true, title: null, confidentialGround: 'offentleglova § 13' })
      expect(JSON.stringify(made)).not.toContain('Hemmelig')
      const job = await exported({ kind, redacted: true })
      expect(job.problem).toBeNull()
      const zip = unzipSync(readFileSync(join(desk.home, job.file?.name ?? '')))
      for (const part of Object.values(zip)) expect(strFromU8(part)).not.toContain('Hemmelig')
    }
    expect(JSON.stringify(await paper({ kind: 'minutes' }))).toContain(secret)
  })
})

describe('minutes sent to review', () => {
  it('are printed as they were frozen, with the verdicts of today', async () => {
    const { desk, meetingId, open, closed, paper } = await aDesk()
    await hold(desk, meetingId, [open.id, closed.id])
    await desk.call('minutes.sendToReview', { meetingId, language: 'nb' })
    const before = await paper({ kind: 'minutes' })
    await desk.call('persons.revise', { id: desk.chairId, changes: { familyName: 'Nyttnavn' } })
    const after = await paper({ kind: 'minutes' })
    expect(after.attendances).toEqual(before.attendances)
    expect(after.meeting?.chair).toBe('Kari Berg')
    expect(after.minutes?.status).toBe('inReview')
    expect((await paper({ kind: 'agenda' })).meeting?.chair).toBe('Kari Nyttnavn')
  })
})

describe('exporting', () => {
  it('writes the file, remembers its bytes, and counts the versions', async () => {
    const { desk, meetingId, exported } = await aDesk()
    const first = await exported({ kind: 'agenda' })
    expect(first.file?.name).toBe('Saksliste Styret 2026-09-10.docx')
    await exported({ kind: 'agenda' })
    await exported({ kind: 'agenda', language: 'sv' })
    const papers = await desk.call('papers.list', { meetingId })
    expect(papers.map(({ language, version }) => `${language} ${version}`)).toEqual(['sv 1', 'nb 2', 'nb 1'])
    const bytes = readFileSync(join(desk.home, first.file?.name ?? ''))
    expect(papers[1]).toMatchObject({ size: bytes.byteLength, madeBy: 'Kari Berg' })
    expect(papers[1]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('gives the same bytes for the same data', async () => {
    const { desk, meetingId, exported } = await aDesk()
    for (const format of ['docx', 'eml', 'ics'] as const) {
      await exported({ kind: 'notice', format })
      await exported({ kind: 'notice', format })
      const made = (await desk.call('papers.list', { meetingId })).filter((one) => one.format === format)
      expect(made).toHaveLength(2)
      expect(new Set(made.map(({ sha256 }) => sha256)).size, format).toBe(1)
    }
  })

  it('stops before a file that was edited by hand, and writes over it when told to', async () => {
    const { desk, exported } = await aDesk()
    const path = join(desk.home, (await exported({ kind: 'minutes' })).file?.name ?? '')
    expect(path).toMatch(/Møteprotokoll Styret 2026-09-10 utkast\.docx$/)
    appendFileSync(path, 'a note in the margin')
    const edited = readFileSync(path)
    const refused = await exported({ kind: 'minutes' })
    expect(refused).toMatchObject({ state: 'failed', problem: { code: 'conflict', key: 'problems.handEdited' } })
    expect(readFileSync(path).equals(edited)).toBe(true)
    expect((await exported({ kind: 'minutes', overEdits: true })).state).toBe('done')
    expect(readFileSync(path).equals(edited)).toBe(false)
  })

  it('takes an older version of its own for no edit', async () => {
    const { desk, meetingId, exported } = await aDesk()
    const path = join(desk.home, (await exported({ kind: 'agenda' })).file?.name ?? '')
    copyFileSync(path, `${path}.old`)
    await desk.anItem(meetingId, { title: 'Ny sak' })
    await exported({ kind: 'agenda' })
    copyFileSync(`${path}.old`, path)
    expect((await exported({ kind: 'agenda' })).state).toBe('done')
  })

  it('of a notice as a mail draft addresses those called and attaches paper and calendar entry', async () => {
    const { desk, exported } = await aDesk()
    await desk.call('persons.revise', { id: desk.memberIds[0] ?? '', changes: { email: 'anne@styret.example' } })
    await desk.call('persons.revise', { id: desk.deputyIds[0] ?? '', changes: { email: 'vara@styret.example' } })
    const job = await exported({ kind: 'notice', format: 'eml' })
    const mail = readFileSync(join(desk.home, job.file?.name ?? ''), 'utf8')
    expect(mail).toMatch(/^X-Unsent: 1\r?$/m)
    expect(mail).toMatch(/^To: .*anne@styret\.example/m)
    expect(mail).not.toContain('vara@styret.example')
    expect(mail).toMatch(/filename\*.*docx/)
    expect(mail).toMatch(/filename="?meeting\.ics/)
    expect(mail).not.toMatch(/^From:/m)
    // A calendar is shown to many: the entry names no confidential item, not even beside the full paper.
    const entry = Buffer.from(
      mail.split('filename=meeting.ics')[1]?.split('----')[0]?.trim() ?? '',
      'base64',
    ).toString()
    expect(entry).toContain('BEGIN:VEVENT')
    expect(entry.replaceAll(/\r\n /g, '')).toContain('Budsjett 2027')
    expect(entry.replaceAll(/\r\n /g, '')).not.toContain('Hemmelig')
  })
})

describe('approving minutes whose Word file was edited', () => {
  it('asks first, naming the file, and goes on when told to', async () => {
    const desk = await aMeetingDesk({ body: { rules: 'associationOrCompany', adjusters: 0 } })
    const { meetingId } = await desk.inReview()
    const choice = { kind: 'minutes', bodyId: desk.bodyId, meetingId, language: 'nb', redacted: false } as const
    const { jobId } = await desk.call('papers.export', { ...choice, format: 'docx' })
    const name = (await ended(desk, jobId)).file?.name ?? ''
    appendFileSync(join(desk.home, name), 'rettet')
    for (const { id } of (await desk.open(meetingId)).adjustments) {
      await desk.call('minutes.adjust', { id, verdict: 'approved', decidedOn: '2026-09-12' })
    }
    const approve = { meetingId, approvedOn: '2026-09-12' }
    expect(await desk.problemOf('minutes.approve', await desk.approval(approve))).toMatchObject({
      code: 'conflict',
      key: 'problems.minutesHandEdited',
      params: { file: name },
    })
    expect(await desk.call('minutes.approve', await desk.approval({ ...approve, despiteEdits: true }))).toMatchObject({
      status: 'approved',
    })
  })

  it('asks too where the next meeting approves them by being closed', async () => {
    const desk = await aMeetingDesk()
    const { meetingId } = await desk.inReview({ startsOn: '2026-08-20' })
    const choice = { kind: 'minutes', bodyId: desk.bodyId, meetingId, language: 'nb', redacted: false } as const
    const { jobId } = await desk.call('papers.export', { ...choice, format: 'docx' })
    const name = (await ended(desk, jobId)).file?.name ?? ''
    appendFileSync(join(desk.home, name), 'rettet')
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id, { type: 'minutesApproval', title: 'Protokoll', aboutMeetingId: meetingId })
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    await desk.call('decisions.take', { itemId: item.id, text: 'Godkjent.', kind: 'approval' })
    const close = { id, adjournedAt: '10:00' }
    expect(await desk.problemOf('meetings.close', close)).toMatchObject({
      code: 'conflict',
      key: 'problems.minutesHandEdited',
      params: { file: name },
    })
    expect((await desk.open(id)).meeting).toMatchObject({ status: 'planned', number: null })
    await desk.call('meetings.close', { ...close, despiteEdits: true })
    expect((await desk.open(meetingId)).meeting).toMatchObject({ status: 'minutesApproved', approvedInId: id })
  })
})
