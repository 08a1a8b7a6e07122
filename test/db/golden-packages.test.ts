/**
 * What the packages of both samples hold in three languages, beside what they held when the golden files were kept: headings, heads and
 * sizes of tables, alternative texts, in their order; not bytes. Where a change is meant, read the difference and keep it with
 * `node node_modules/vitest/vitest.mjs run --config test/vitest.config.ts test/db/golden-packages.test.ts -u`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { checkDocument } from '#shared/documents/check/check-document.ts'
import { startOfYear } from '#shared/domain/days.ts'
import { languages } from '#shared/domain/values.ts'
import { aPng } from '../shared/documents/a-picture.ts'
import { aBackend, today } from './a-backend.ts'

const texts = (xml: string, pattern: RegExp) =>
  [...xml.matchAll(pattern)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('&amp;', '&')
const attribute = (xml: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1] ?? ''

/** A line for each heading, table and picture. */
function wordStructure(bytes: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return (xml.match(/<w:tbl>.*?<\/w:tbl>|<w:p\b[^>]*>.*?<\/w:p>/gs) ?? []).flatMap((block) => {
    if (block.startsWith('<w:tbl>')) {
      const rows = block.match(/<w:tr\b.*?<\/w:tr>/gs) ?? []
      const heads = (rows[0]?.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => texts(cell, /<w:t\b[^>]*>([^<]*)</g))
      return [`  table of ${rows.length - 1}: ${heads.join(' | ')}`]
    }
    const level = /<w:pStyle w:val="Heading(\d)"/.exec(block)?.[1]
    const pictures = (block.match(/<wp:docPr [^>]*>/g) ?? []).map(
      (picture) => `  picture: ${attribute(picture, 'descr')}`,
    )
    return [
      ...(level === undefined ? [] : [`${'#'.repeat(Number(level))} ${texts(block, /<w:t\b[^>]*>([^<]*)</g)}`]),
      ...pictures,
    ]
  })
}

/** A line for each table of the workbook, and for each chart. */
function workbookStructure(bytes: Uint8Array): string[] {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const)
  const byNumber = (a: readonly [string, string], b: readonly [string, string]) =>
    a[0].localeCompare(b[0], 'en', { numeric: true })
  const those = (pattern: RegExp) => parts.filter(([name]) => pattern.test(name)).toSorted(byNumber)
  const sheets = [...(those(/^xl\/workbook\.xml$/)[0]?.[1] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name]) => `sheet ${name}`,
  )
  const tables = those(/^xl\/tables\//).map(
    ([, xml]) =>
      `table ${attribute(xml, 'displayName')} ${attribute(xml, 'ref')}: ${[...xml.matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(([, name]) => name).join(' | ')}`,
  )
  const charts = those(/^xl\/drawings\/drawing\d+\.xml$/).flatMap(([, xml]) =>
    [...xml.matchAll(/ descr="([^"]*)"/g)].map(([, alt]) => `chart: ${alt}`),
  )
  return [...sheets, ...tables, ...charts]
}

it.each(['ostfold', 'robertsfors'] as const)(
  'the packages of %s hold what they held',
  { timeout: 120_000 },
  async (sample) => {
    const desk = await aBackend({ country: sample === 'ostfold' ? 'NO' : 'SE' })
    await desk.call('workspace.openSample', { sample })
    const logo = Buffer.from(aPng(640, 200)).toString('base64')
    await desk.call('partnership.setLogo', { base64: logo, altText: 'Logo' })
    await desk.call('partnership.revise', { changes: { accentColour: '#7A1F3D', documentFont: 'Arial' } })
    const past = (await desk.call('decisions.list', {})).rows
    const bodyId = past.find((one) => one.meetingId !== null && one.bodyId !== null)?.bodyId ?? ''
    const filter = { bodyId, statuses: ['noticeSent' as const, 'planned' as const] }
    const meetingId = (await desk.call('meetings.list', { filter })).rows[0]?.id ?? null
    expect(meetingId).not.toBeNull()
    for (const language of languages) {
      const choice = {
        bodyId,
        meetingId,
        language,
        withConfidential: true,
        periodFrom: startOfYear(today),
        periodTo: today,
      }
      const { id } = await desk.call('packages.make', choice)
      const { jobId } = await desk.call('packages.export', { id, formats: ['docx', 'xlsx'], editions: ['full'] })
      const job = () => desk.call('jobs.show', { id: jobId })
      await expect.poll(async () => (await job())?.state, { timeout: 60_000 }).toBe('done')
      const files = unzipSync(readFileSync(join(desk.home, (await job())?.file?.name ?? '')))
      const ending = (format: string) =>
        Object.entries(files).find(([name]) => name.endsWith(format))?.[1] ?? new Uint8Array()
      const [word, workbook] = [ending('.docx'), ending('.xlsx')]
      expect(checkDocument(word, 'docx')).toEqual([])
      expect(checkDocument(workbook, 'xlsx')).toEqual([])
      const structure = [...wordStructure(word), '', ...workbookStructure(workbook), '']
      await expect(structure.join('\n')).toMatchFileSnapshot(`../fixtures/golden/${sample}-${language}.txt`)
    }
  },
)
