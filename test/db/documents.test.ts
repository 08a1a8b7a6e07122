import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkFile } from '#db/check-file.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { aPartnerDesk } from './a-partner-desk.ts'

// Every test backend's today is 2026-09-15.
const pdf = { kind: 'file', fileName: 'Avtale.pdf', mime: 'application/pdf', altText: null } as const
const base64 = (text: string) => Buffer.from(text).toString('base64')

async function aDesk() {
  const desk = await aPartnerDesk()
  const add = (given: Partial<InputOf<'attachments.add'>> = {}) =>
    desk.call('attachments.add', { ...pdf, base64: base64('avtale'), ...given })
  const list = async (given: Partial<InputOf<'documents.list'>> = {}) => (await desk.call('documents.list', given)).rows
  const titles = async (filter: InputOf<'documents.list'>['filter']) =>
    (await list({ filter })).map(({ title }) => title)
  const row = async (id: string) => (await desk.call('documents.open', { id })).document
  const revise = (id: string, changes: InputOf<'attachments.revise'>['changes']) =>
    desk.call('attachments.revise', { id, changes })
  /** Waits for the paper of a meeting to be saved and recorded. */
  const aPaper = async (meetingId: string, given: Partial<InputOf<'papers.export'>> = {}) => {
    const { jobId } = await desk.call('papers.export', {
      kind: 'notice',
      bodyId: desk.bodyId,
      meetingId,
      language: 'nb',
      redacted: false,
      format: 'docx',
      ...given,
    })
    for (;;) {
      const next = new Promise<void>((resolve) => {
        const stop = desk.onChanged(() => {
          stop()
          resolve()
        })
      })
      const job = await desk.call('jobs.show', { id: jobId })
      if (job?.state === 'done') return
      if (job?.state === 'failed') throw new Error(job.problem?.key)
      await next
    }
  }
  const sound = () => expect(checkFile(desk.backend.workspaces.store().db)).toEqual([])
  return { ...desk, add, list, titles, row, revise, aPaper, sound }
}

describe('the register of documents', () => {
  it('holds uploaded files, papers that Fyr made and packages, each with its home, newest first', async () => {
    const desk = await aDesk()
    const { id: meetingId } = await desk.aMeeting()
    const item = await desk.anItem(meetingId)
    await desk.add({ partnerId: desk.partnerId })
    await desk.add({ fileName: 'Kart.png', mime: 'application/octet-stream', itemId: item.id })
    await desk.add({ fileName: 'Analyse.xlsx', mime: '' })
    await desk.aPaper(meetingId)
    await desk.call('packages.make', {
      bodyId: desk.bodyId,
      periodFrom: '2026-01-01',
      periodTo: '2026-09-15',
      language: 'nb',
    })
    const rows = await desk.list()
    expect(rows.map(({ source, kind, format, home }) => [source, kind, format, home?.entity ?? null])).toEqual([
      ['package', 'boardPackage', 'docx', 'bodies'],
      ['paper', 'notice', 'docx', 'meetings'],
      ['attachment', 'report', 'xlsx', null],
      ['attachment', 'attachment', 'image', 'agendaItems'],
      ['attachment', 'agreement', 'pdf', 'partners'],
    ])
    expect(rows[3]?.home).toMatchObject({ openId: item.id, meetingId, name: 'Budsjett 2027' })
    expect(rows[4]?.home?.name).toBe('Sarpsborg kommune')
    expect(rows[1]?.title).toBe('Møteinnkalling Styret 2026-09-10')
    expect(rows.map(({ madeBy }) => madeBy)).toEqual(Array(5).fill('Kari Berg'))
    expect(await desk.call('documents.count', {})).toBe(5)
  })

  it('gives every document once, page by page, in both orders and both directions', async () => {
    const desk = await aDesk()
    const { id: meetingId } = await desk.aMeeting()
    for (const name of ['Ås.pdf', 'Aker.pdf', 'Ørje.pdf', 'Berg.pdf']) await desk.add({ fileName: name })
    await desk.aPaper(meetingId)
    for (const sort of ['madeOn', 'title'] as const) {
      for (const direction of ['asc', 'desc'] as const) {
        const seen: string[] = []
        for (let cursor: string | null = null; ; ) {
          const page: Awaited<ReturnType<typeof desk.call<'documents.list'>>> = await desk.call('documents.list', {
            sort,
            direction,
            cursor,
            limit: 2,
          })
          seen.push(...page.rows.map(({ title }) => title))
          if (page.next === null) break
          cursor = page.next
        }
        const whole = (await desk.list({ sort, direction })).map(({ title }) => title)
        expect(seen).toEqual(whole)
        expect(new Set(seen).size).toBe(5)
      }
    }
    const byTitle = (await desk.list({ sort: 'title', direction: 'asc' })).map(({ title }) => title)
    expect(byTitle).toEqual(['Aker.pdf', 'Berg.pdf', 'Møteinnkalling Styret 2026-09-10', 'Ørje.pdf', 'Ås.pdf'])
  })

  it('filters by words, kind, publicity, year and what is to be disposed of, and counts the same', async () => {
    const desk = await aDesk()
    const old = await desk.add({ fileName: 'Årsmelding 2024.pdf' })
    await desk.revise(old.id, { madeOn: '2024-12-31', retention: 'dispose', disposeOn: '2026-09-15' })
    const secret = await desk.add({ fileName: 'Brev.pdf', documentKind: 'letter' })
    await desk.revise(secret.id, { publicity: 'notPublic', exemptionReason: 'offl. § 13', madeOn: '2025-01-01' })
    const later = await desk.add({ fileName: 'Referat.pdf' })
    await desk.revise(later.id, { retention: 'dispose', disposeOn: '2026-09-16' })
    const cases = [
      [{ text: 'arsmeld' }, ['Årsmelding 2024.pdf']],
      [{ kinds: ['letter'] }, ['Brev.pdf']],
      [{ publicities: ['notPublic', 'exempt'] }, ['Brev.pdf']],
      [{ year: 2024 }, ['Årsmelding 2024.pdf']],
      [{ year: 2025 }, ['Brev.pdf']],
      [{ disposalDueOnly: true }, ['Årsmelding 2024.pdf']],
      [{ text: 'pdf', year: 2026 }, ['Referat.pdf']],
    ] as const
    for (const [filter, expected] of cases) {
      const asked = filter as InputOf<'documents.list'>['filter']
      expect(await desk.titles(asked)).toEqual(expected)
      expect(await desk.call('documents.count', { filter: asked })).toBe(expected.length)
    }
  })

  it('takes a moment of New Year’s night to the year it has here', async () => {
    const desk = await aDesk()
    const { id } = await desk.add()
    const { db } = desk.backend.workspaces.store()
    const stampOf = db.prepare('SELECT created_stamp FROM attachments WHERE id = ?').pluck().get(id) as string
    db.prepare('UPDATE attachments SET created_stamp = ? WHERE id = ?').run(
      `2026-12-31T23:30:00.000Z${stampOf.slice(24)}`,
      id,
    )
    expect((await desk.list({ filter: { year: 2027 } })).map(({ madeOn }) => madeOn)).toEqual(['2027-01-01'])
    expect(await desk.list({ filter: { year: 2026 } })).toEqual([])
  })

  it('tells that what hangs on something confidential is not public, and that a whole paper of it is exempt', async () => {
    const desk = await aDesk()
    const { id: meetingId } = await desk.aMeeting()
    const closed = { confidential: true, confidentialGround: 'offentleglova § 13' }
    const item = await desk.anItem(meetingId, closed)
    const file = await desk.add({ itemId: item.id })
    expect(await desk.row(file.id)).toMatchObject({
      publicity: 'notPublic',
      publicityDerived: true,
      exemptionReason: 'offentleglova § 13',
    })
    await desk.aPaper(meetingId)
    await desk.aPaper(meetingId, { redacted: true })
    const rows = (await desk.list()).filter(({ source }) => source === 'paper')
    expect(rows.map(({ publicity, exemptionReason }) => [publicity, exemptionReason])).toEqual([
      ['public', null],
      ['exempt', 'offentleglova § 13'],
    ])
    const promise = await desk.aCommitment({ isPublic: false })
    const delivery = await desk.deliver(promise.id, '2026-02-01', 100)
    const evidence = await desk.add({ deliveryId: delivery.id })
    expect(await desk.row(evidence.id)).toMatchObject({
      publicity: 'notPublic',
      home: { entity: 'commitments', openId: promise.id },
    })
  })
})

describe('versions', () => {
  it('take over home, title and what is said of the document; the register shows the newest unless asked', async () => {
    const desk = await aDesk()
    const first = await desk.add({ partnerId: desk.partnerId })
    await desk.revise(first.id, { title: 'Samarbeidsavtale', publicity: 'exempt', exemptionReason: 'offl. § 13' })
    const second = await desk.add({ supersedesId: first.id, fileName: 'Avtale ny.pdf' })
    expect(second).toMatchObject({
      partnerId: desk.partnerId,
      documentKind: 'agreement',
      title: 'Samarbeidsavtale',
      exemptionReason: 'offl. § 13',
    })
    const third = await desk.add({ supersedesId: second.id })
    expect((await desk.list()).map(({ id, version }) => [id, version])).toEqual([[third.id, 3]])
    expect(await desk.list({ filter: { withSuperseded: true } })).toHaveLength(3)
    for (const id of [first.id, second.id, third.id]) {
      const { versions } = await desk.call('documents.open', { id })
      expect(versions.map((one) => [one.id, one.version, one.superseded])).toEqual([
        [third.id, 3, false],
        [second.id, 2, true],
        [first.id, 1, true],
      ])
    }
  })

  it('are a line: no ring, no fork, no other home, and none is removed from under the next', async () => {
    const desk = await aDesk()
    const first = await desk.add({ partnerId: desk.partnerId })
    const second = await desk.add({ supersedesId: first.id })
    const alone = await desk.add()
    const wrong = async (id: string, supersedesId: string) =>
      (await desk.problemOf('attachments.revise', { id, changes: { supersedesId } })).fields?.['changes.supersedesId']
        ?.key
    expect(await wrong(first.id, second.id)).toBe('problems.field.supersedesRing')
    expect(await wrong(first.id, first.id)).toBe('problems.field.supersedesRing')
    expect(await wrong(alone.id, second.id)).toBe('problems.field.supersedesOtherHome')
    const fork = await desk.problemOf('attachments.add', { ...pdf, supersedesId: first.id, base64: 'YQ==' })
    expect(fork.fields?.supersedesId?.key).toBe('problems.field.supersedesTaken')
    expect(await desk.problemOf('attachments.remove', { id: first.id })).toMatchObject({
      key: 'problems.namedBy.attachments',
    })
  })

  it('of a paper are counted among its own kind', async () => {
    const desk = await aDesk()
    const { id: meetingId } = await desk.aMeeting()
    await desk.aPaper(meetingId)
    await desk.aPaper(meetingId)
    await desk.aPaper(meetingId, { kind: 'agenda' })
    const rows = await desk.list()
    expect(rows.map(({ kind, version }) => [kind, version])).toEqual([
      ['agenda', 1],
      ['notice', 2],
    ])
    const { versions, paper } = await desk.call('documents.open', { id: rows[1]?.id ?? '' })
    expect(versions.map(({ version }) => version)).toEqual([2, 1])
    expect(versions[0]?.supersedesId).toBe(versions[1]?.id)
    expect(paper).toMatchObject({ kind: 'notice', meetingId })
  })
})

describe('what is said of a document', () => {
  it('is refused without the legal ground or the day that it needs, and loses them when they no longer belong', async () => {
    const desk = await aDesk()
    const { id } = await desk.add()
    const refused = (changes: InputOf<'attachments.revise'>['changes']) =>
      desk.problemOf('attachments.revise', { id, changes })
    expect((await refused({ publicity: 'exempt' })).fields).toHaveProperty(['changes.exemptionReason'])
    expect((await refused({ retention: 'dispose' })).fields).toHaveProperty(['changes.disposeOn'])
    await desk.revise(id, { publicity: 'exempt', exemptionReason: 'offl. § 13' })
    expect((await desk.revise(id, { publicity: 'public' })).exemptionReason).toBeNull()
    await desk.revise(id, { retention: 'dispose', disposeOn: '2030-01-01' })
    expect((await desk.revise(id, { retention: 'preserve' })).disposeOn).toBeNull()
  })

  it('can be set by the archive after the minutes are sealed, and nothing else can', async () => {
    const desk = await aDesk()
    const { meetingId, itemId } = await desk.aHeldMeeting()
    const { id } = await desk.add({ itemId })
    await desk.call('minutes.sendToReview', { meetingId, language: 'nb' })
    expect((await desk.call('documents.open', { id })).sealed).toBe(true)
    await desk.revise(id, { publicity: 'notPublic', exemptionReason: 'offl. § 23' })
    await desk.revise(id, { retention: 'dispose', disposeOn: '2026-09-15', archiveStatus: 'archived' })
    for (const changes of [
      { title: 'Annet' },
      { documentKind: 'letter' as const },
      { title: 'A', publicity: 'public' as const },
    ]) {
      const problem = await desk.problemOf('attachments.revise', { id, changes })
      expect(problem).toMatchObject({ code: 'refused', key: 'problems.sealed' })
    }
    expect(await desk.problemOf('attachments.add', { ...pdf, supersedesId: id, base64: 'YQ==' })).toMatchObject({
      key: 'problems.sealed',
    })
    await desk.call('documents.dispose', { id, reason: 'Kassasjonsplan' })
    desk.sound()
  })

  it('by undo, can’t be brought to what no form would take', async () => {
    const desk = await aDesk()
    const first = await desk.add({ fileName: 'Gammel.pdf' })
    const second = await desk.add({ fileName: 'Ny.pdf' })
    await desk.revise(second.id, { supersedesId: first.id })
    await desk.revise(second.id, { supersedesId: null })
    const other = await desk.add({ fileName: 'Annen.pdf' })
    await desk.revise(other.id, { supersedesId: first.id })
    const [unset] = (await desk.call('history.of', { entity: 'attachments', id: second.id })).rows
    const problem = await desk.problemOf('history.undo', { stamp: unset?.stamp ?? '' })
    expect(JSON.stringify(problem)).toContain('supersedesTaken')
  })
})

describe('disposing of a document', () => {
  async function due(desk: Awaited<ReturnType<typeof aDesk>>, given: Parameters<typeof desk.add>[0] = {}) {
    const { id } = await desk.add(given)
    await desk.revise(id, { retention: 'dispose', disposeOn: '2026-09-15' })
    return id
  }

  it('takes the bytes out of the file for good, leaves the record saying so, and can’t be undone', async () => {
    const desk = await aDesk()
    const bytes = 'KANARI som ikke skal finnes noe sted i filen'
    const id = await due(desk, { base64: base64(bytes) })
    const path = desk.backend.workspaces.store().db.name
    await desk.call('documents.dispose', { id, reason: 'Kassasjonsplan punkt 4' })
    expect(await desk.row(id)).toMatchObject({ disposedOn: '2026-09-15', title: 'Avtale.pdf' })
    for (const name of ['attachments.read', 'attachments.saveCopy', 'documents.dispose'] as const) {
      const input = name === 'documents.dispose' ? { id, reason: 'igjen' } : { id }
      const problem = await desk.problemOf(name, input as { id: string; reason: string })
      expect(problem).toMatchObject({ code: 'refused', key: 'problems.documentDisposed' })
    }
    const [change] = (await desk.call('history.latest', {})).rows
    expect(change).toMatchObject({ command: 'documents.dispose', undoable: false, actor: 'Kari Berg' })
    expect(await desk.list({ filter: { disposalDueOnly: true } })).toEqual([])
    desk.sound()
    expect(readFileSync(path).includes('KANARI')).toBe(false)
    // The log that stands beside the file while it is open.
    expect(readFileSync(join(`${path}-wal`)).includes('KANARI')).toBe(false)
  })

  it('waits for its day, and never takes what is preserved or what Fyr made', async () => {
    const desk = await aDesk()
    const { id } = await desk.add()
    const refused = async (of: string) => (await desk.problemOf('documents.dispose', { id: of, reason: 'Rydding' })).key
    expect(await refused(id)).toBe('problems.documentPreserved')
    await desk.revise(id, { retention: 'dispose', disposeOn: '2026-09-16' })
    expect(await refused(id)).toBe('problems.disposalNotDue')
    const { id: meetingId } = await desk.aMeeting()
    await desk.aPaper(meetingId)
    const [paper] = await desk.list()
    expect(await refused(paper?.id ?? '')).toBe('problems.documentMadeHere')
  })

  it('leaves the bytes where another document has the same ones', async () => {
    const desk = await aDesk()
    const first = await due(desk)
    const second = await due(desk, { partnerId: desk.partnerId })
    await desk.call('documents.dispose', { id: first, reason: 'Dobbelt' })
    expect((await desk.call('attachments.read', { id: second })).base64).toBe(base64('avtale'))
    expect((await desk.problemOf('attachments.read', { id: first })).key).toBe('problems.documentDisposed')
    desk.sound()
    await desk.call('documents.dispose', { id: second, reason: 'Også denne' })
    desk.sound()
    const { db } = desk.backend.workspaces.store()
    expect(db.prepare('SELECT count(*) FROM blobs').pluck().get()).toBe(0)
  })

  it('marks a removed record with the same bytes, which says so when it comes back', async () => {
    const desk = await aDesk()
    const removed = await desk.add({ partnerId: desk.partnerId })
    await desk.call('attachments.remove', { id: removed.id })
    const [removal] = (await desk.call('history.latest', {})).rows
    const id = await due(desk)
    await desk.call('documents.dispose', { id, reason: 'Kassasjonsplan' })
    await desk.call('history.undo', { stamp: removal?.stamp ?? '' })
    expect(await desk.row(removed.id)).toMatchObject({ disposedOn: '2026-09-15' })
    desk.sound()
  })
})

describe('what is not public', () => {
  it('is not named in a redacted paper, nor when it was exempted after the minutes were frozen', async () => {
    const desk = await aDesk()
    const { meetingId, itemId } = await desk.aHeldMeeting()
    await desk.add({ itemId, fileName: 'Åpent.pdf' })
    const secret = await desk.add({ itemId, fileName: 'KANARI.pdf' })
    const papersOf = async (redacted: boolean) =>
      JSON.stringify(
        await Promise.all(
          (['agenda', 'casePapers', 'minutes'] as const).map((kind) =>
            desk.call('papers.preview', { kind, bodyId: desk.bodyId, meetingId, language: 'nb', redacted }),
          ),
        ),
      )
    expect(await papersOf(true)).toContain('KANARI')
    await desk.call('minutes.sendToReview', { meetingId, language: 'nb' })
    await desk.revise(secret.id, { publicity: 'notPublic', exemptionReason: 'offl. § 13' })
    expect(await papersOf(true)).not.toContain('KANARI')
    expect(await papersOf(true)).toContain('Åpent')
    expect(await papersOf(false)).toContain('KANARI')
  })

  it('reaches a package only when that is a closed one: neither attachments nor evidence of commitments', async () => {
    const desk = await aDesk()
    const { id: meetingId } = await desk.aMeeting({ startsOn: '2026-10-01' })
    const item = await desk.anItem(meetingId)
    const promise = await desk.aCommitment()
    const delivery = await desk.deliver(promise.id, '2026-02-01', 100)
    for (const home of [{ itemId: item.id }, { commitmentId: promise.id }, { deliveryId: delivery.id }]) {
      await desk.add({ ...home, fileName: 'Åpent.pdf' })
      const { id } = await desk.add({ ...home, fileName: 'KANARI.pdf' })
      await desk.revise(id, { publicity: 'exempt', exemptionReason: 'offl. § 13' })
    }
    const packed = async (withConfidential: boolean) => {
      const made = await desk.call('packages.make', {
        bodyId: desk.bodyId,
        meetingId,
        withConfidential,
        periodFrom: '2026-01-01',
        periodTo: '2026-12-31',
        language: 'nb',
      })
      return JSON.stringify((await desk.call('packages.open', { id: made.id })).snapshot)
    }
    const open = await packed(false)
    expect(open).not.toContain('KANARI')
    expect(open.split('Åpent').length).toBeGreaterThan(3)
    expect((await packed(true)).split('KANARI').length).toBeGreaterThan(3)
    const page = JSON.stringify(await desk.call('partners.preview', { id: desk.partnerId, language: 'nb' }))
    expect(page).not.toContain('KANARI')
    expect(page).toContain('Åpent')
  })

  it('and a replaced version is named by no paper', async () => {
    const desk = await aDesk()
    const { id: meetingId } = await desk.aMeeting()
    const item = await desk.anItem(meetingId)
    const first = await desk.add({ itemId: item.id, fileName: 'Gammelt.pdf' })
    const next = await desk.add({ supersedesId: first.id, fileName: 'Nytt.pdf' })
    const preview = await desk.call('papers.preview', {
      kind: 'casePapers',
      bodyId: desk.bodyId,
      meetingId,
      language: 'nb',
      redacted: false,
    })
    expect(preview.items[0]?.attachments.map(({ fileName }) => fileName)).toEqual(['Nytt.pdf'])
    await desk.call('agendaItems.settle', { id: item.id, status: 'postponed' })
    const later = await desk.aMeeting({ startsOn: '2026-10-01' })
    await desk.call('agendaItems.carryOver', { meetingId: later.id, itemIds: [item.id] })
    const { items } = await desk.open(later.id)
    expect(items[0]?.attachments.map(({ fileName, supersedesId }) => [fileName, supersedesId])).toEqual([
      [next.fileName, null],
    ])
  })
})

describe('particulars of many documents at once', () => {
  it('need a ground where they are not public, and are refused whole for a paper that Fyr made', async () => {
    const desk = await aDesk()
    const { id: meetingId } = await desk.aMeeting()
    await desk.anItem(meetingId)
    await desk.aPaper(meetingId)
    const { id } = await desk.add()
    const { kind } = await desk.row(id)
    const [paper] = (await desk.list()).filter(({ source }) => source === 'paper')
    const noGround = await desk.problemOf('attachments.reviseMany', { ids: [id], changes: { publicity: 'notPublic' } })
    expect(noGround).toMatchObject({ key: 'problems.oneOfMany', params: { name: 'Avtale.pdf' } })
    expect(Object.keys(noGround?.fields ?? {})).toEqual(['changes.exemptionReason'])
    const made = await desk.problemOf('attachments.reviseMany', {
      ids: [id, paper?.id ?? ''],
      changes: { documentKind: 'letter' },
    })
    expect(made).toMatchObject({ code: 'refused', key: 'problems.madeByFyr' })
    expect((await desk.row(id)).kind).toBe(kind)
  })
})
