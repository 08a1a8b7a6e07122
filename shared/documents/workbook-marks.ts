/** Conditional formats of a sheet: what needs an eye is filled and bold. The cell says it in words or as a number; the fill only leads there. */
import type { MarkTone, SheetColumn } from './workbook-spec.ts'

/** Dark text on a light fill, each above 7:1. */
const tones: Readonly<Record<MarkTone, { readonly text: string; readonly fill: string }>> = {
  late: { text: '7A1710', fill: 'FBE4E2' },
  watch: { text: '5F3600', fill: 'FFF0D6' },
  good: { text: '1B4D1F', fill: 'E3F2E4' },
}

/** A rule for each mark of each column, over the cells from row `first` to row `last` of the column's letter. */
export function markRules(
  columns: readonly SheetColumn[],
  letterOf: (column: number) => string,
  rows: { first: number; last: number },
) {
  const rules = columns.flatMap(({ marks = [] }, column) =>
    marks.map(({ of, tone }) => ({ of, tone, letter: letterOf(column) })),
  )
  return rules.map(({ of, tone, letter }, at) => ({
    type: 'cellIs' as const,
    priority: at + 1,
    operator: of === 'aboveZero' ? ('greaterThan' as const) : ('equal' as const),
    formula: of === 'aboveZero' ? '0' : `"${of.text.replaceAll('"', '""')}"`,
    range: `${letter}${rows.first}:${letter}${rows.last}`,
    style: {
      font: { bold: true, color: { rgb: tones[tone].text } },
      fill: {
        type: 'pattern' as const,
        pattern: 'solid' as const,
        fgColor: { rgb: tones[tone].fill },
        bgColor: { rgb: tones[tone].fill },
      },
    },
  }))
}
