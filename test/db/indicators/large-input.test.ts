import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aBackend } from '#test/db/a-backend.ts'

const most = 30_000_000
const statistics = JSON.parse(
  readFileSync(new URL('../../fixtures/statistics/ssb-region-time-contents.json', import.meta.url), 'utf8'),
)
/** The same table with a note so long that the file has that many characters. */
function aFileOf(length: number): string {
  const bare = JSON.stringify({ ...statistics, note: [''] }).length
  return JSON.stringify({ ...statistics, note: ['x'.repeat(length - bare)] })
}

test('a statistics file of 30 million characters is read; one that is longer is refused with a way out', async () => {
  const desk = await aBackend()
  const text = aFileOf(most)
  expect(text.length).toBe(most)
  const preview = await desk.call('measurements.previewImport', { format: 'jsonStat', text })
  expect(preview).toMatchObject({ cells: 48, problems: [] })
  expect(await desk.problemOf('measurements.previewImport', { format: 'jsonStat', text: `${text} ` })).toMatchObject({
    code: 'invalid',
    fields: { text: { key: 'problems.field.fileTooLarge' } },
  })
})

test('as many figures as a change takes go in at once, with all that can be said of each', async () => {
  const desk = await aBackend()
  const indicators = []
  for (let count = 1; count <= 50; count += 1) {
    indicators.push(await desk.call('indicators.add', { code: `I-${count}`, title: `Indikator ${count}` }))
  }
  const figures = indicators.flatMap(({ id }, at) =>
    Array.from({ length: 100 }, (_, back) => ({
      indicatorId: id,
      regionCode: 'NO',
      period: String(2026 - back),
      value: 100 + at,
      sourceDocument: 'x'.repeat(190),
      note: 'y'.repeat(300),
    })),
  )
  expect(JSON.stringify(figures).length).toBeGreaterThan(3_000_000)
  expect(await desk.call('measurements.enter', { figures })).toEqual({ added: 5000, corrected: 0, unchanged: 0 })
}, 60_000)
