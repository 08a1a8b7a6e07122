/** What the founding documents hold, and plans in our own words, found again in the report that walks each plan. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assemblePlanPaper } from '#db/plan-paper.ts'
import { renderPlanPaperDocx } from '#shared/documents/plan-docx.ts'
import { part, partsOf, wordText } from '../../shared/documents/office-file.ts'
import { aBackend } from '../a-backend.ts'

const files = ['../../../../shared/samples/founding-documents.yaml', '../../fixtures/plan-file/strategy-year.yaml']
  .map((path) => new URL(path, import.meta.url))
  .filter((file) => existsSync(file))

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

describe.each(files.map((file) => [file.pathname.split('/').at(-1), file] as const))(
  'the plans of %s',
  (_name, file) => {
    it('have every area, goal, strategy, activity, indicator, project and section in their reports, and as many as there are', async () => {
      const desk = await aBackend()
      const text = readFileSync(file, 'utf8')
      const { plans } = await desk.call('plans.previewImport', { text })
      const { planIds } = await desk.call('plans.import', { text, plans: plans.map((_plan, at) => at) })
      const store = desk.backend.workspaces.store()
      for (const id of planIds) {
        const open = await desk.call('plans.open', { id })
        const paper = assemblePlanPaper(store, id, 'nb', { today: '2026-09-15', madeBy: 'Kari Berg' })
        const word = wordText(part(partsOf(await renderPlanPaperDocx(paper)), 'word/document.xml'))
        const plain = word.replaceAll('\u00a0', ' ')
        const { areas, counts } = open.plan
        // The front says how many there are; the walk through the plan has each, an area after the one before it.
        const goals = counts.goals + counts.subGoals
        expect(plain).toContain(
          [
            counted(areas.length, 'innsatsområde', 'innsatsområder'),
            `${goals} mål`,
            `${open.activities.length} tiltak`,
            counted(open.indicators.length, 'indikator', 'indikatorer'),
            counted(open.projects.length, 'prosjekt', 'prosjekter'),
          ].join(', '),
        )
        const headings = areas.map(({ number, title }) => plain.indexOf(`Innsatsområde ${number}: ${title}`))
        expect(headings.toSorted((a, b) => a - b)).toEqual(headings)
        expect(headings).not.toContain(-1)
        const parts = [
          ...open.goals.map(({ code, title }) => `${code} ${title}`),
          ...open.strategies.map(({ text }) => text),
          ...open.activities.map(({ title }) => title),
          ...open.indicators.map(({ code, title }) => `${code} ${title}`),
          ...open.projects.map(({ number, title }) => (number === null ? title : `${number} ${title}`)),
          ...open.sections.flatMap(({ title, lines }) => [title, ...lines]),
        ]
        expect(parts.filter((one) => !plain.includes(one))).toEqual([])
      }
    })
  },
)
