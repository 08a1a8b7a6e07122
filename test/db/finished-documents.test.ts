/** Every document that Fyr makes of both samples, in three languages, through the checker: none falls short for anybody. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { checkDocument } from '#shared/documents/check/check-document.ts'
import { renderMeetingPaperDocx } from '#shared/documents/meeting-docx.ts'
import { renderPartnerPaperDocx } from '#shared/documents/partner-docx.ts'
import { registerSheets } from '#shared/documents/registers/sheets.ts'
import { startOfYear } from '#shared/domain/days.ts'
import { type MeetingStatus, paperKinds } from '#shared/domain/records/meeting.ts'
import { registers } from '#shared/domain/records/saved-view.ts'
import { languages } from '#shared/domain/values.ts'
import { aBackend, type TestBackend, today } from './a-backend.ts'

/** What the checker finds in documents, by their names; those without findings are left out. */
class Checked {
  readonly found: Record<string, unknown> = {}
  count = 0
  add(name: string, bytes: Uint8Array, format: 'docx' | 'xlsx' = 'docx'): void {
    this.count++
    const findings = checkDocument(bytes, format)
    if (findings.length > 0) this.found[name] = findings
  }
}

async function fileOf(desk: TestBackend, { jobId }: { jobId: string }): Promise<Uint8Array> {
  const job = () => desk.call('jobs.show', { id: jobId })
  await expect.poll(async () => (await job())?.state, { timeout: 60_000 }).toMatch(/done|failed|cancelled/)
  const ended = await job()
  if (!ended?.file) throw new Error(`the export ended as ${JSON.stringify(ended)}`)
  return new Uint8Array(readFileSync(join(desk.home, ended.file.name)))
}

describe.each(['ostfold', 'robertsfors'] as const)('of %s', { timeout: 240_000 }, (sample) => {
  const opened = async () => {
    const desk = await aBackend({ country: sample === 'ostfold' ? 'NO' : 'SE' })
    await desk.call('workspace.openSample', { sample })
    return { desk, checked: new Checked() }
  }

  it('the board packages, the papers of meetings, the pages of partners and the plan’s report have no findings', async () => {
    const { desk, checked } = await opened()
    const past = (await desk.call('decisions.list', {})).rows
    const [decided] = past.filter(({ meetingId, bodyId }) => meetingId !== null && bodyId !== null)
    const bodyId = decided?.bodyId ?? ''
    const newest = async (...statuses: MeetingStatus[]) =>
      (await desk.call('meetings.list', { filter: { bodyId, statuses } })).rows[0]?.id ?? null
    const called = await newest('noticeSent', 'planned')
    const held = decided?.meetingId ?? null
    expect([called, held]).not.toContain(null)
    const partners = await desk.call('partners.list', {})
    const plan = (await desk.call('plans.list', {})).find(({ status }) => status === 'inForce')
    for (const language of languages) {
      for (const withConfidential of [true, false]) {
        const choice = { bodyId, language, withConfidential, periodFrom: startOfYear(today), periodTo: today }
        const { id } = await desk.call('packages.make', { ...choice, meetingId: called })
        const { snapshot } = await desk.call('packages.open', { id })
        checked.add(`${language} package`, await renderBoardPackageDocx(snapshot))
        checked.add(`${language} workbook`, await renderBoardPackageXlsx(snapshot), 'xlsx')
      }
      for (const kind of paperKinds) {
        const meetingId = kind === 'minutes' || kind === 'extract' ? held : called
        const decisionId = kind === 'extract' ? (decided?.id ?? null) : null
        const paper = await desk.call('papers.preview', {
          ...{ kind, bodyId, meetingId, decisionId, language },
          redacted: false,
        })
        checked.add(`${language} ${kind}`, await renderMeetingPaperDocx(paper))
      }
      for (const { id, name } of partners.slice(0, 4)) {
        const paper = await desk.call('partners.preview', { id, language })
        checked.add(`${language} ${name}`, await renderPartnerPaperDocx(paper))
      }
      checked.add(
        `${language} plan`,
        await fileOf(desk, await desk.call('plans.report', { id: plan?.id ?? '', language })),
      )
    }
    expect(checked.found).toEqual({})
    expect(checked.count).toBe(3 * (4 + paperKinds.length + 4 + 1))
  })

  it('the registers as workbooks have no findings', async () => {
    const { desk, checked } = await opened()
    for (const [index, register] of registers.entries()) {
      const language = languages[index % languages.length] ?? 'nb'
      const columns = Object.keys(registerSheets[register].columns)
      const asked = await desk.call('registers.export', { register, input: {}, columns, language })
      checked.add(`${language} ${register}`, await fileOf(desk, asked), 'xlsx')
    }
    expect(checked.found).toEqual({})
    expect(checked.count).toBe(registers.length)
  })
})
