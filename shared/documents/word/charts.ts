/** Native Word charts: the figures lie in the document, can be edited there, and are told in full in the alternative text. */
import { Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import { cleanLine } from '../clean-text.ts'
import type { Block } from './blocks.ts'
import { colours, font } from './styles.ts'

/** Pixels at 96 to the inch; 604 is the width of the text. */
const width = 604
const look = {
  font: { name: font, color: colours.ink },
  chartArea: { fill: 'FFFFFF', border: 'none' },
  legend: { position: 'top' },
} as const
const figureAxis = { gridlines: true, minimum: 0 } as const

export type Told = { title: string; alt: string }

/** Columns for what was done and a line with marks for the target, so that the two differ by shape as well as by colour. */
export function doneAgainstTarget(
  { title, alt }: Told,
  categories: readonly string[],
  done: { name: string; values: readonly number[] },
  target: { name: string; values: readonly number[] },
  { height = 270, numberFormat = '0' } = {},
): Block {
  return inParagraph(
    new ChartRun({
      ...look,
      type: 'column',
      transformation: { width, height },
      altText: { name: cleanLine(title), title: cleanLine(title), description: cleanLine(alt) },
      categories,
      series: [
        { name: done.name, values: done.values, color: colours.accent },
        {
          name: target.name,
          values: target.values,
          type: 'line',
          color: colours.ink,
          line: { width: 1.5, dash: 'dash' },
          markers: { shape: 'diamond', size: 7 },
        },
      ],
      gapWidth: 60,
      valueAxis: { ...figureAxis, numberFormat },
    }),
  )
}

/** Two bars for each category with their figures at the end, what was promised above what was done; the first category at the top. `keepNext` where a sentence about it follows. */
export function pairedBars(
  { title, alt }: Told,
  categories: readonly string[],
  promised: { name: string; values: readonly number[] },
  done: { name: string; values: readonly number[] },
  numberFormat: string,
  { keepNext }: { readonly keepNext: boolean },
): Block {
  return inParagraph(
    new ChartRun({
      ...look,
      type: 'bar',
      transformation: { width, height: 90 + 44 * categories.length },
      altText: { name: cleanLine(title), title: cleanLine(title), description: cleanLine(alt) },
      categories: categories.map(cleanLine),
      series: [
        { ...promised, color: colours.soft },
        { ...done, color: colours.accent },
      ],
      gapWidth: 45,
      dataLabels: { value: true, position: 'outsideEnd', numberFormat },
      categoryAxis: { reverseOrder: true },
      valueAxis: { ...figureAxis, visible: false, gridlines: false, numberFormat },
    }),
    keepNext,
  )
}

/** Bars with their number at the end, the first category at the top. */
export function bars(
  { title, alt }: Told,
  categories: readonly string[],
  name: string,
  values: readonly number[],
): Block {
  return inParagraph(
    new ChartRun({
      ...look,
      type: 'bar',
      transformation: { width, height: 70 + 26 * categories.length },
      altText: { name: cleanLine(title), title: cleanLine(title), description: cleanLine(alt) },
      categories: categories.map(cleanLine),
      series: [{ name, values, color: colours.accent }],
      legend: false,
      gapWidth: 45,
      dataLabels: { value: true, position: 'outsideEnd' },
      categoryAxis: { reverseOrder: true },
      valueAxis: { ...figureAxis, numberFormat: '0', visible: false, gridlines: false },
    }),
  )
}

export interface LineSeries {
  readonly name: string
  /** Null leaves a gap in the line. */
  readonly values: readonly (number | null)[]
  readonly look: 'result' | 'after' | 'path' | 'reference'
}
/** Lines differ by mark and dash as well as by colour: the result with dots, after a break with diamonds, the way to the target dashed, the reference with squares. */
const lineLooks = {
  result: { color: colours.accent, line: { width: 2.25 }, markers: { shape: 'circle', size: 7 } },
  after: { color: colours.accent, line: { width: 2.25 }, markers: { shape: 'diamond', size: 9 } },
  path: { color: colours.ink, line: { width: 1.5, dash: 'dash' }, markers: false },
  reference: { color: '7A6A00', line: { width: 1.5 }, markers: { shape: 'square', size: 6 } },
} as const

/**
 * Lines over periods, no wider than the text. The axis begins where the figures are: small changes of a large number are seen.
 * `keepNext` only where a sentence about it follows: charts held to one another leave most of a page white.
 */
export function figureLines(
  { title, alt, keepNext }: Told & { keepNext: boolean },
  periods: readonly string[],
  series: readonly LineSeries[],
  numberFormat: string,
): Block {
  return inParagraph(
    new ChartRun({
      ...look,
      type: 'line',
      transformation: { width, height: 200 },
      altText: { name: cleanLine(title), title: cleanLine(title), description: cleanLine(alt) },
      categories: periods.map(cleanLine),
      series: series.map(({ name, values, look: kind }) => ({ name: cleanLine(name), values, ...lineLooks[kind] })),
      emptyValues: 'gap',
      valueAxis: { gridlines: true, numberFormat },
    }),
    keepNext,
  )
}

function inParagraph(chart: ChartRun, keepNext = true): Block {
  return new Paragraph({ children: [chart], keepNext, spacing: { after: 120 } })
}
