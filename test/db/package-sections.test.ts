/** What the preview says of each section is what the document then holds. */
import { describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { noFiles } from '#shared/documents/bound-attachments.ts'
import { packagePaperWords, redacted } from '#shared/documents/meeting-parts.ts'
import { sectionsOf } from '#shared/documents/word/sections.ts'
import { wordsOf } from '#shared/documents/words.ts'
import { needsMeeting } from '#shared/domain/package-rules.ts'
import { type PackageSection, packageVariants } from '#shared/domain/records/package-template.ts'
import { aBackend, type TestBackend } from './a-backend.ts'

type Choice = InputOf<'packages.make'>

/** The sections that a package of this choice prints. */
async function printed(desk: TestBackend, choice: Choice): Promise<PackageSection[]> {
  const { id } = await desk.call('packages.make', choice)
  const { snapshot } = await desk.call('packages.open', { id })
  const shown = redacted(snapshot)
  const built = sectionsOf(shown, wordsOf(shown), packagePaperWords(shown), noFiles)
  return (shown.layout?.sections ?? [])
    .filter((_, index) => (built[index] ?? []).length > 0)
    .map(({ section }) => section)
}

async function told(desk: TestBackend, { title: _, ...choice }: Choice): Promise<PackageSection[]> {
  const { sections } = await desk.call('packages.preview', choice)
  return sections.filter(({ state }) => state === 'filled').map(({ section }) => section)
}

const year = { periodFrom: '2026-01-01', periodTo: '2026-12-31', language: 'nb' as const }

describe.each(['ostfold', 'robertsfors', 'empty'] as const)('of %s', { timeout: 120_000 }, (sample) => {
  it.each(packageVariants)('every section of %s that is said to be ready is printed, and no other', async (variant) => {
    const desk = await aBackend({ country: sample === 'robertsfors' ? 'SE' : 'NO' })
    if (sample === 'empty') await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
    else await desk.call('workspace.openSample', { sample })
    for (const { id: bodyId } of await desk.call('bodies.list', {})) {
      const [meeting] = (await desk.call('meetings.list', { filter: { bodyId, statuses: ['planned', 'noticeSent'] } }))
        .rows
      for (const meetingId of [null, ...(meeting ? [meeting.id] : [])]) {
        const choice = { bodyId, meetingId, variant, ...year }
        if (meetingId === null && needsMeeting(variant)) {
          expect(await desk.problemOf('packages.make', choice)).toMatchObject({
            fields: { meetingId: { key: expect.any(String) } },
          })
          continue
        }
        expect(await told(desk, choice)).toEqual(await printed(desk, choice))
      }
    }
  })
})

it('a section left out keeps its place in the list and is found missing nothing', async () => {
  const desk = await aBackend()
  const { id: bodyId } = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const leftOut: PackageSection[] = ['cover', 'notice', 'visits']
  const { sections, readiness } = await desk.call('packages.preview', { bodyId, ...year, leftOut })
  expect(sections.map(({ section }) => section).slice(0, 3)).toEqual(['cover', 'contents', 'notice'])
  expect(sections.filter(({ state }) => state === 'leftOut').map(({ section }) => section)).toEqual([
    'notice',
    'visits',
  ])
  expect(readiness.map(({ section }) => section)).not.toContain('notice')
})
