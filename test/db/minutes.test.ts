import { describe, expect, it } from 'vitest'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

const swedish = { country: 'SE', body: { rules: 'municipalLikeSe' } } as const

/** The Swedish council: 14 days, the chair and one adjuster. */
async function council() {
  const desk = await aMeetingDesk({
    country: 'SE',
    body: {
      ...swedish.body,
      adjustmentRule: 'adjustedWithinDays',
      adjustmentDays: 14,
      adjusters: 1,
    },
  })
  const held = await desk.aHeldMeeting({ startsOn: '2026-09-08' })
  const [adjuster = ''] = desk.memberIds
  await desk.call('minutes.chooseAdjusters', { meetingId: held.meetingId, personIds: [adjuster] })
  return { desk, adjuster, ...held }
}
const sent = (desk: MeetingDesk, meetingId: string) => desk.call('minutes.sendToReview', { meetingId, language: 'sv' })
async function answer(desk: MeetingDesk, meetingId: string, verdict: 'approved' | 'refused', comment = '') {
  const { adjustments, minutes } = await desk.open(meetingId)
  for (const { id } of adjustments.filter(({ minutesId }) => minutesId === minutes.at(-1)?.id)) {
    await desk.call('minutes.adjust', { id, verdict, comment, decidedOn: '2026-09-12', place: 'Rådhuset' })
    if (verdict === 'refused') break
  }
}

describe('the adjusters', () => {
  it('were there, are chosen once, and are not the chair', async () => {
    const desk = await aMeetingDesk(swedish)
    const { id: meetingId } = await desk.aMeeting()
    const [anne = '', bjorn = ''] = desk.memberIds
    const refusal = async (personIds: string[]) =>
      Object.values((await desk.problemOf('minutes.chooseAdjusters', { meetingId, personIds })).fields ?? {})[0]?.key
    expect(await refusal([desk.chairId])).toBe('problems.field.chairAlwaysSigns')
    expect(await refusal([anne, anne])).toBe('problems.field.adjusterTwice')
    expect(await refusal([desk.deputyIds[0] ?? ''])).toBe('problems.field.adjusterNotPresent')
    await desk.call('minutes.chooseAdjusters', { meetingId, personIds: [anne] })
    await desk.call('minutes.chooseAdjusters', { meetingId, personIds: [bjorn] })
    expect((await desk.open(meetingId)).adjustments.map(({ personId }) => personId)).toEqual([bjorn])
    await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
    await desk.callRoll(meetingId, { [anne]: 'absent' })
    expect(await refusal([anne])).toBe('problems.field.adjusterNotPresent')
  })

  it('are needed before the minutes go to review, and must have been there', async () => {
    const desk = await aMeetingDesk(swedish)
    const { meetingId } = await desk.aHeldMeeting()
    const [anne = ''] = desk.memberIds
    const refused = async () => (await desk.problemOf('minutes.sendToReview', { meetingId, language: 'sv' })).key
    expect(await refused()).toBe('problems.meeting.adjustersMissing')
    await desk.call('minutes.chooseAdjusters', { meetingId, personIds: [anne] })
    await desk.call('attendances.revise', { id: (await desk.rowOf(meetingId, anne)).id, changes: { status: 'absent' } })
    expect(await refused()).toBe('problems.meeting.adjusterAbsent')
  })
})

describe('sending to review', () => {
  it('freezes the minutes under their hash and asks the chair and the adjusters within their days', async () => {
    const { desk, meetingId, adjuster } = await council()
    const minutes = await sent(desk, meetingId)
    expect(minutes).toMatchObject({ version: 1, status: 'inReview', language: 'sv', madeBy: 'Kari Berg' })
    const { meeting, adjustments, adjustmentDueOn } = await desk.open(meetingId)
    expect(meeting.status).toBe('minutesInReview')
    expect(adjustmentDueOn).toBe('2026-09-22')
    expect(new Set(adjustments.map(({ personId }) => personId))).toEqual(new Set([desk.chairId, adjuster]))
    for (const one of adjustments) {
      expect(one).toMatchObject({ minutesId: minutes.id, dueOn: '2026-09-22', verdict: null, isLate: false })
    }
    const frozen = await desk.call('papers.preview', {
      kind: 'minutes',
      bodyId: desk.bodyId,
      meetingId,
      language: 'sv',
      redacted: false,
    })
    expect(frozen.minutes).toMatchObject({ version: 1, status: 'inReview', sha256: minutes.snapshotSha256 })
    expect(minutes.snapshotSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('waits until the meeting is closed and something is written', async () => {
    const desk = await aMeetingDesk()
    const { id: meetingId } = await desk.aMeeting()
    const refused = async () => (await desk.problemOf('minutes.sendToReview', { meetingId, language: 'nb' })).key
    expect(await refused()).toBe('problems.step.sendToReview.before')
    await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
    await desk.callRoll(meetingId)
    await desk.call('meetings.close', { id: meetingId, adjournedAt: '09:30' })
    expect(await refused()).toBe('problems.meeting.nothingWritten')
    expect((await desk.open(meetingId)).minutes).toEqual([])
  })

  it('is refused the second time', async () => {
    const { desk, meetingId } = await council()
    await sent(desk, meetingId)
    const again = await desk.problemOf('minutes.sendToReview', { meetingId, language: 'sv' })
    expect(again.key).toBe('problems.step.sendToReview.held')
    expect((await desk.open(meetingId)).minutes).toHaveLength(1)
  })

  it('asks everybody who voted where a company’s board signs and nobody was elected to', async () => {
    const desk = await aMeetingDesk({
      body: { rules: 'associationOrCompany', adjustmentRule: 'signedInMeeting', adjusters: 0 },
    })
    const { meetingId } = await desk.inReview()
    const signers = (await desk.open(meetingId)).adjustments.map(({ personId }) => personId)
    expect(new Set(signers)).toEqual(new Set([desk.chairId, ...desk.memberIds]))
  })
})

describe('a refusal', () => {
  it('needs its reason, returns the minutes to the secretary, and the next version goes to the same people', async () => {
    const { desk, meetingId, itemId, adjuster } = await council()
    const first = await sent(desk, meetingId)
    const { adjustments } = await desk.open(meetingId)
    const refusal = { id: adjustments[0]?.id ?? '', verdict: 'refused' as const, decidedOn: '2026-09-12' }
    expect((await desk.problemOf('minutes.adjust', refusal)).fields?.comment?.key).toBe(
      'problems.field.refusalWithoutComment',
    )
    await desk.call('minutes.adjust', { ...refusal, comment: 'Fel belopp i § 1' })
    const returned = await desk.open(meetingId)
    expect(returned.meeting.status).toBe('held')
    expect(returned.minutes).toMatchObject([{ id: first.id, status: 'returned', reason: 'Fel belopp i § 1' }])
    await desk.call('decisions.revise', {
      id: returned.items[0]?.decisions[0]?.id ?? '',
      changes: { text: 'Budgeten fastställs till 2 mnkr.' },
    })
    const second = await sent(desk, meetingId)
    expect(second).toMatchObject({ version: 2 })
    expect(second.snapshotSha256).not.toBe(first.snapshotSha256)
    const detail = await desk.open(meetingId)
    const asked = detail.adjustments.filter(({ minutesId }) => minutesId === second.id)
    expect(new Set(asked.map(({ personId }) => personId))).toEqual(new Set([desk.chairId, adjuster]))
    expect(detail.items.map(({ item }) => [item.id, item.numberText])).toEqual([[itemId, '§ 1']])
    const old = await desk.problemOf('minutes.adjust', { ...refusal, verdict: 'approved' })
    expect(old.key).toBe('problems.notInReview')
  })
})

describe('approval', () => {
  it('waits for every verdict, then makes the minutes final and locks all that the meeting holds', async () => {
    const { desk, meetingId, itemId } = await council()
    await sent(desk, meetingId)
    const approve = { meetingId, approvedOn: '2026-09-14' }
    expect((await desk.problemOf('minutes.approve', await desk.approval(approve))).key).toBe(
      'problems.meeting.verdictMissing',
    )
    await answer(desk, meetingId, 'approved')
    const early = await desk.problemOf('minutes.approve', await desk.approval({ meetingId, approvedOn: '2026-09-07' }))
    expect(early.fields?.approvedOn?.key).toBe('problems.field.reviewBeforeMeeting')
    expect(await desk.call('minutes.approve', await desk.approval(approve))).toMatchObject({
      status: 'approved',
      approvedOn: '2026-09-14',
    })
    const detail = await desk.open(meetingId)
    expect(detail.meeting).toMatchObject({ status: 'minutesApproved', adjustedOn: '2026-09-14' })
    expect((await desk.problemOf('minutes.approve', await desk.approval(approve))).key).toBe(
      'problems.minutesAlreadyApproved',
    )
    const sealed = async (call: Promise<{ code: string; key: string }>) => {
      const problem = await call
      expect([problem.code, problem.key]).toEqual(['refused', expect.stringMatching(/[sS]ealed/)])
    }
    const row = detail.attendances[0]?.id ?? ''
    const decision = detail.items[0]?.decisions[0]?.id ?? ''
    await sealed(desk.problemOf('meetings.revise', { id: meetingId, changes: { place: 'Annat rum' } }))
    await sealed(desk.problemOf('attendances.revise', { id: row, changes: { status: 'absent' } }))
    await sealed(desk.problemOf('attendances.remove', { id: row }))
    await sealed(desk.problemOf('agendaItems.revise', { id: itemId, changes: { title: 'Annan' } }))
    await sealed(desk.problemOf('decisions.revise', { id: decision, changes: { text: 'Annat' } }))
    await sealed(desk.problemOf('decisions.remove', { id: decision }))
    // What is done about a decision goes on, and so does the announcement.
    await desk.call('decisions.report', { id: decision, status: 'done', doneOn: '2026-09-15', result: 'Klart' })
    await desk.call('meetings.revise', { id: meetingId, changes: { announcedOn: '2026-09-15' } })
  })

  it('is not got round by undo', async () => {
    const { desk, meetingId } = await council()
    const row = (await desk.open(meetingId)).attendances[1]?.id ?? ''
    const change = await desk.ask('attendances.revise', { id: row, changes: { party: 'C' } })
    if (!change.ok || change.change === null) throw new Error('not revised')
    await sent(desk, meetingId)
    const undo = await desk.problemOf('history.undo', { stamp: change.change })
    expect(undo).toMatchObject({ code: 'refused', key: 'problems.sealed' })
    await answer(desk, meetingId, 'approved')
    await desk.call('minutes.approve', await desk.approval({ meetingId, approvedOn: '2026-09-14' }))
    for (const { stamp, command } of (await desk.call('history.latest', { limit: 20 })).rows) {
      if (command.startsWith('minutes.a')) {
        expect((await desk.problemOf('history.undo', { stamp })).key).toBe('problems.cannotUndo')
      }
    }
    expect((await desk.open(meetingId)).meeting.status).toBe('minutesApproved')
  })

  it('is refused where nobody with a vote was there', async () => {
    const desk = await aMeetingDesk({ body: { quorumRule: 'none', secretaryId: null } })
    const guest = await desk.aPerson('Gro')
    const { id: meetingId } = await desk.aMeeting({ secretaryId: guest })
    const item = await desk.anItem(meetingId, { type: 'information' })
    // One without a seat leads where no member came.
    await desk.call('meetings.revise', { id: meetingId, changes: { chairId: guest } })
    await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
    const away = Object.fromEntries([desk.chairId, ...desk.memberIds].map((id) => [id, 'absent' as const]))
    await desk.callRoll(meetingId, away)
    await desk.call('agendaItems.settle', { id: item.id, status: 'treated' })
    const { textStamps } = (await desk.open(meetingId)).items[0] ?? { textStamps: {} as Record<string, string> }
    await desk.call('agendaItems.write', {
      id: item.id,
      field: 'minutesText',
      content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ingen kom.' }] }] },
      basedOn: textStamps.minutesText ?? '',
    })
    await desk.call('meetings.close', { id: meetingId, adjournedAt: '09:30' })
    await desk.call('minutes.sendToReview', { meetingId, language: 'nb' })
    const problem = await desk.problemOf(
      'minutes.approve',
      await desk.approval({ meetingId, approvedOn: '2026-09-14' }),
    )
    expect(problem).toMatchObject({ code: 'refused', key: 'problems.meeting.quorumEmpty' })
    expect((await desk.open(meetingId)).meeting.status).toBe('minutesInReview')
  })

  it('in the next meeting follows from that meeting’s decision when it is closed', async () => {
    const desk = await aMeetingDesk()
    const { meetingId } = await desk.inReview({ startsOn: '2026-08-20' })
    const byHand = await desk.problemOf('minutes.approve', await desk.approval({ meetingId, approvedOn: '2026-09-10' }))
    expect(byHand.fields?.approvedInId?.key).toBe('problems.field.approvingMeetingMissing')
    const itself = { meetingId, approvedOn: '2026-09-10', approvedInId: meetingId }
    expect((await desk.problemOf('minutes.approve', await desk.approval(itself))).fields?.approvedInId?.key).toBe(
      'problems.field.approvingMeetingNotLater',
    )
    const next = await desk.aMeeting({ startsOn: '2026-09-10' })
    const item = await desk.anItem(next.id, { type: 'minutesApproval', title: 'Protokoll', aboutMeetingId: meetingId })
    await desk.call('meetings.start', { id: next.id, openedAt: '09:00' })
    await desk.callRoll(next.id)
    await desk.call('decisions.take', { itemId: item.id, text: 'Protokollen godkjennes.', kind: 'approval' })
    await desk.call('meetings.close', { id: next.id, adjournedAt: '10:00' })
    const { meeting, minutes } = await desk.open(meetingId)
    expect(meeting).toMatchObject({ status: 'minutesApproved', approvedInId: next.id, adjustedOn: '2026-09-10' })
    expect(minutes).toMatchObject([{ status: 'approved', approvedOn: '2026-09-10' }])
  })

  it('is of the version that the window showed, never of one sent to review since', async () => {
    const { desk, meetingId } = await council()
    const first = await sent(desk, meetingId)
    await desk.call('minutes.reopen', { meetingId, reason: 'Fel siffra' })
    await sent(desk, meetingId)
    await answer(desk, meetingId, 'approved')
    const stale = { meetingId, minutesId: first.id, approvedOn: '2026-09-14' }
    expect(await desk.problemOf('minutes.approve', stale)).toMatchObject({
      code: 'conflict',
      key: 'problems.minutesSentAnew',
      params: { version: 2 },
    })
    expect((await desk.open(meetingId)).meeting.status).toBe('minutesInReview')
  })

  it('in the next meeting tells where the minutes were sent anew after it decided on them', async () => {
    const desk = await aMeetingDesk()
    const { meetingId } = await desk.inReview({ startsOn: '2026-08-20' })
    const { id } = await desk.aMeeting({ startsOn: '2026-09-10' })
    const item = await desk.anItem(id, { type: 'minutesApproval', title: 'Protokoll', aboutMeetingId: meetingId })
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    await desk.call('decisions.take', { itemId: item.id, text: 'Protokollen godkjennes.', kind: 'approval' })
    await desk.call('minutes.reopen', { meetingId, reason: 'Feil tall' })
    await desk.call('minutes.sendToReview', { meetingId, language: 'nb' })
    const close = { id, adjournedAt: '10:00' }
    expect(await desk.problemOf('meetings.close', { ...close, despiteEdits: true })).toMatchObject({
      code: 'conflict',
      key: 'problems.minutesNewSince',
      params: { day: '20.08.2026', version: 2 },
    })
    await desk.call('meetings.close', { ...close, despiteNewVersion: true })
    expect((await desk.open(meetingId)).meeting.status).toBe('minutesApproved')
  })
})

describe('opening minutes again', () => {
  it('asks why, keeps the version as it was, and the numbers stand', async () => {
    const { desk, meetingId, itemId } = await council()
    const first = await sent(desk, meetingId)
    await answer(desk, meetingId, 'approved')
    await desk.call('minutes.approve', await desk.approval({ meetingId, approvedOn: '2026-09-14' }))
    await desk.call('meetings.archive', { id: meetingId })
    const empty = await desk.problemOf('minutes.reopen', { meetingId, reason: '  ' })
    expect(empty.fields?.reason?.key).toBe('problems.field.reopenReasonMissing')
    const before = (await desk.open(meetingId)).items[0]?.item.numberText
    expect(await desk.call('minutes.reopen', { meetingId, reason: 'Fel datum' })).toMatchObject({
      id: first.id,
      status: 'reopened',
      reason: 'Fel datum',
      snapshotSha256: first.snapshotSha256,
    })
    expect((await desk.open(meetingId)).meeting).toMatchObject({ status: 'held', adjustedOn: null, number: 1 })
    await desk.call('agendaItems.revise', { id: itemId, changes: { title: 'Budget 2027' } })
    const second = await sent(desk, meetingId)
    expect(second.version).toBe(2)
    const { minutes, items } = await desk.open(meetingId)
    expect(minutes.map(({ version, status }) => [version, status])).toEqual([
      [1, 'reopened'],
      [2, 'inReview'],
    ])
    expect(items[0]?.item.numberText).toBe(before)
    const closedAgain = await desk.problemOf('meetings.close', { id: meetingId, adjournedAt: '11:00' })
    expect(closedAgain.key).toBe('problems.step.close.held')
  })

  it('is refused where nothing is locked', async () => {
    const desk = await aMeetingDesk()
    const { meetingId } = await desk.aHeldMeeting()
    for (const operation of ['minutes.reopen', 'meetings.reopen'] as const) {
      const input = operation === 'minutes.reopen' ? { meetingId, reason: 'Feil' } : { id: meetingId, reason: 'Feil' }
      const reply = await desk.ask(operation, input as never)
      expect(reply).toMatchObject({ ok: false, problem: { key: 'problems.nothingToReopen' } })
    }
    expect((await desk.problemOf('meetings.archive', { id: meetingId })).key).toBe('problems.step.archive.held')
  })
})

describe('a person named in approved minutes', () => {
  it('signs by the name they had then', async () => {
    const desk = await aMeetingDesk({ country: 'SE', body: { rules: 'municipalLikeSe', adjusters: 0 } })
    const { meetingId } = await desk.inReview()
    await desk.call('persons.revise', { id: desk.chairId, changes: { familyName: 'Ny' } })
    const choice = { kind: 'minutes', bodyId: desk.bodyId, meetingId, language: 'nb', redacted: false } as const
    const paper = await desk.call('papers.preview', choice)
    const signing = paper.minutes?.adjusters.find(({ role }) => role === 'chair')?.name
    expect([signing, paper.attendances[0]?.name]).toEqual(['Kari Berg', 'Kari Berg'])
  })

  it('can’t be removed, and the frozen minutes keep the name they were approved with', async () => {
    const { desk, meetingId, adjuster } = await council()
    const first = await sent(desk, meetingId)
    await answer(desk, meetingId, 'approved')
    await desk.call('minutes.approve', await desk.approval({ meetingId, approvedOn: '2026-09-14' }))
    for (const seat of await desk.call('bodyMembers.list', { bodyId: desk.bodyId })) {
      if (seat.personId === adjuster) await desk.call('bodyMembers.remove', { id: seat.id })
    }
    expect(await desk.problemOf('persons.remove', { id: adjuster })).toMatchObject({
      code: 'refused',
      key: expect.stringMatching(/^problems\.namedBy\./),
    })
    await desk.call('persons.revise', { id: adjuster, changes: { familyName: 'Nyström', email: null } })
    const choice = { kind: 'minutes', bodyId: desk.bodyId, meetingId, language: 'sv', redacted: false } as const
    const paper = await desk.call('papers.preview', choice)
    expect(paper.attendances.map(({ name }) => name)).toContain('Anne Ek')
    expect(paper.minutes?.sha256).toBe(first.snapshotSha256)
  })
})
