import { expect, it } from 'vitest'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { contrast } from '#shared/documents/check/contrast.ts'
import { languages } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { aProjectsSnapshot } from './a-projects-snapshot.ts'
import { all, part, partsOf } from './office-file.ts'

const rules = (parts: ReadonlyMap<string, string>) =>
  [...parts].flatMap(([name, xml]) =>
    name.startsWith('xl/worksheets/sheet')
      ? [...xml.matchAll(/<conditionalFormatting sqref="([^"]*)">(.*?)<\/conditionalFormatting>/gs)].map(
          ([, range = '', rule = '']) => ({ name, range, rule }),
        )
      : [],
  )

it.each(languages)(
  'what is late, red or amber stands out in %s, by rules that name the words of the cells',
  async (language) => {
    const parts = partsOf(await renderBoardPackageXlsx({ ...aProjectsSnapshot(), language }))
    const found = rules(parts)
    const t = translator(language)
    for (const light of ['red', 'amber', 'green'] as const)
      expect(
        found.filter(
          ({ rule }) =>
            rule.includes(`<formula>&quot;${t(`codes.light.${light}`)}&quot;</formula>`) ||
            rule.includes(`<formula>"${t(`codes.light.${light}`)}"</formula>`),
        ),
      ).toHaveLength(1)
    expect(found.filter(({ rule }) => rule.includes('operator="greaterThan"')).length).toBeGreaterThanOrEqual(3)
    // Each over the rows of its sheet's table, and nothing above it.
    for (const { name, range } of found) {
      const table = [...parts].find(([one]) => one === name.replace('worksheets/sheet', 'tables/table'))?.[1]
      const first = Number(/^[A-Z]+(\d+):/.exec(range)?.[1])
      if (table !== undefined) expect(first).toBeGreaterThan(1)
      expect(range).toMatch(/^([A-Z]+)\d+:\1\d+$/)
    }
  },
)

it('a mark can be read on its fill', async () => {
  const styles = part(partsOf(await renderBoardPackageXlsx(aProjectsSnapshot())), 'xl/styles.xml')
  const formats = all(styles, /<dxf>(.*?)<\/dxf>/gs)
  expect(formats.length).toBeGreaterThan(0)
  for (const format of formats) {
    const [text = '', ...fills] = [...format.matchAll(/rgb="FF([0-9A-F]{6})"/g)].map(([, colour]) => colour)
    expect(fills.length).toBeGreaterThan(0)
    for (const fill of fills) expect(contrast(text, fill ?? '')).toBeGreaterThan(7)
  }
})
