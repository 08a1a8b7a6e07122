/** What the founding documents hold, and plans in our own words, found again on the screens as many as they are. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aDeskOn, cleanup, screen, windowAt } from '../a-window.tsx'

const files = ['../../../../shared/samples/founding-documents.yaml', '../../fixtures/plan-file/strategy-year.yaml']
  .map((path) => new URL(path, import.meta.url))
  .filter((file) => existsSync(file))

test.each(files.map((file) => [file.pathname.split('/').at(-1), file] as const))(
  'every area and goal of %s stands on the map of its plan, every indicator and project in its register',
  async (_name, file) => {
    const desk = await aDeskOn()
    const text = readFileSync(file, 'utf8')
    const { plans } = await desk.call('plans.previewImport', { text })
    const { planIds } = await desk.call('plans.import', { text, plans: plans.map((_plan, at) => at) })
    expect(planIds).toHaveLength(plans.length)
    let indicators = 0
    let projects = 0
    for (const [at, id] of planIds.entries()) {
      const open = await desk.call('plans.open', { id })
      const counts = plans[at]?.counts
      expect(open.plan.areas).toHaveLength(counts?.areas ?? -1)
      indicators += counts?.indicators ?? 0
      projects += counts?.projects ?? 0
      windowAt(desk, `/strategy/${id}`)
      for (const { number, title } of open.plan.areas) await screen.findByRole('region', { name: `${number} ${title}` })
      const links = screen.getAllByRole('link').map((link) => link.textContent ?? '')
      for (const { title } of open.goals)
        expect(
          links.some((link) => link.includes(title)),
          title,
        ).toBe(true)
      cleanup()
    }
    for (const [path, told] of [
      ['/indicators', `${indicators} indikator`],
      ['/projects', `${projects} prosjekt`],
    ] as const) {
      windowAt(desk, path)
      await screen.findByText(new RegExp(`^${told}(er)?$`))
      cleanup()
    }
  },
  60_000,
)
