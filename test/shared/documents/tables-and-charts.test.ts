import { expect, it } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { inSentence } from '#shared/documents/strategy/words.ts'
import { heldRows } from '#shared/documents/word/table-cells.ts'
import { type Language, languages } from '#shared/domain/values.ts'
import { localeOf } from '#shared/i18n/translator.ts'
import { aMeetingSnapshot } from './a-meeting-snapshot.ts'
import { aProjectsSnapshot } from './a-projects-snapshot.ts'
import { all, partsOf } from './office-file.ts'

const numbers: Record<Language, string> = { nb: '414', sv: '41D', en: '809' }

it.each(languages)(
  'charts in %s: its language, its decimal sign wherever they are opened, names of what is counted at the edge',
  async (language) => {
    const snapshot = { ...aMeetingSnapshot(), projects: aProjectsSnapshot().projects, language }
    const charts = [...partsOf(await renderBoardPackageDocx(snapshot))].filter(([name]) =>
      /charts\/chart\d+\.xml$/.test(name),
    )
    expect(charts.length).toBeGreaterThan(0)
    for (const [, xml] of charts) {
      expect(all(xml, /<c:lang val="([^"]*)"/g)).toEqual([localeOf(language)])
      expect(xml).not.toContain('lang="en-US"')
      const formats = all(xml, /<c:numFmt formatCode="([^"]*)"/g)
      for (const format of formats) expect(format.startsWith(`[$-${numbers[language]}]`)).toBe(true)
      for (const [axis] of xml.matchAll(/<c:catAx>.*?<\/c:catAx>/gs))
        expect(axis).toContain('<c:tickLblPos val="low"/>')
    }
  },
)

it('a short table stands on one page; of a longer one neither the first nor the last row stands alone', () => {
  expect(heldRows([])).toEqual([])
  expect(heldRows([20])).toEqual([false])
  expect(heldRows([20, 20, 20, 20])).toEqual([true, true, true, false])
  expect(heldRows([200, 20, 20, 20, 20])).toEqual([true, false, false, true, false])
  expect(heldRows(Array.from({ length: 10 }, () => 20))).toEqual([true, ...Array(7).fill(false), true, false])
  // Rows that may break themselves are held to nothing.
  expect(heldRows([5000, 20, 5000])).toEqual([false, false, false])
})

it('within a sentence a unit is written small, but for the names of countries in English', () => {
  expect(['Swedish kronor', 'Norwegian kroner', 'Svenska kronor', 'Timer'].map(inSentence)).toEqual([
    'Swedish kronor',
    'Norwegian kroner',
    'svenska kronor',
    'timer',
  ])
})
