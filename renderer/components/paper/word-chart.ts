import { child, children } from './word-file.ts'

const svg = 'http://www.w3.org/2000/svg'

interface Series {
  readonly name: string
  readonly colour: string
  readonly values: readonly (number | null)[]
  readonly isLine: boolean
  readonly dashed: boolean
  readonly mark: string
}

const plain = (element: Element | null) => element?.getAttribute('val') ?? null

function points(part: Element | null): (string | null)[] {
  const cache = part?.querySelector('*|strCache, *|numCache') ?? null
  const count = Number(plain(child(cache, 'ptCount')) ?? 0)
  const made: (string | null)[] = Array.from({ length: count }, () => null)
  for (const point of children(cache, 'pt')) made[Number(point.getAttribute('idx'))] = point.textContent
  return made
}

function seriesOf(chart: Element): Series[] {
  return children(chart, 'ser').map((one) => {
    const look = child(one, 'spPr')
    return {
      name: points(child(one, 'tx'))[0] ?? '',
      colour: `#${plain(look?.querySelector('*|srgbClr') ?? null) ?? '0B4A6F'}`,
      values: points(child(one, 'val')).map((point) => (point === null || point === '' ? null : Number(point))),
      isLine: chart.localName === 'lineChart',
      dashed: look?.querySelector('*|prstDash') != null,
      mark: plain(child(child(one, 'marker'), 'symbol')) ?? 'none',
    }
  })
}

interface Frame {
  /** In points. */
  readonly width: number
  readonly height: number
  /** Tells the chart's figures to who can't see them. */
  readonly alt: string
  /** Of the document, which its numbers are written in; '' where it has none. */
  readonly language: string
}

/** A chart of a Word file as a picture. */
export function drawChart(chart: Element, { width, height, alt, language }: Frame): SVGSVGElement {
  const plots = [...chart.querySelectorAll('*|barChart, *|lineChart')]
  const series = plots.flatMap(seriesOf)
  const categories = points(chart.querySelector('*|cat')).map((name) => name ?? '')
  const lying = plots.some((plot) => plain(child(plot, 'barDir')) === 'bar')
  const axis = chart.querySelector('*|valAx')
  const format = child(axis, 'numFmt')?.getAttribute('formatCode') ?? '0'
  const digits = /\.(0+)/.exec(format)?.[1]?.length ?? 0
  const shown = new Intl.NumberFormat(language || 'nb', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  const picture = made('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width: `${width}pt`,
    height: `${height}pt`,
    role: 'img',
  })
  picture.setAttribute('aria-label', alt)
  picture.classList.add('chart')
  const hasLegend = child(child(chart, 'chart'), 'legend') !== null
  if (hasLegend) picture.append(...legend(series, width))
  const box = { left: 0, top: hasLegend ? 22 : 6, right: width - 6, bottom: height - 6 }
  const figures = series.flatMap(({ values }) => values.filter((one) => one !== null))
  if (lying) picture.append(...lyingBars(series, categories, box, figures, shown))
  else picture.append(...standing(series, categories, box, figures, shown, plain(axis?.querySelector('*|min') ?? null)))
  return picture as SVGSVGElement
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

function made(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): SVGElement {
  const element = document.createElementNS(svg, name)
  for (const [key, one] of Object.entries(attributes)) element.setAttribute(key, String(one))
  if (content !== '') element.textContent = content
  return element
}

function text(content: string, x: number, y: number, anchor: 'start' | 'middle' | 'end' = 'start'): SVGElement {
  return made('text', { x, y, 'text-anchor': anchor, 'font-size': 9, fill: '#1D2B33' }, content)
}

function legend(series: readonly Series[], width: number): SVGElement[] {
  const room = series.map(({ name }) => name.length * 4.6 + 30)
  let at = (width - room.reduce((sum, one) => sum + one, 0)) / 2
  return series.flatMap((one, index) => {
    const x = at
    at += room[index] ?? 0
    const sign = one.isLine
      ? [
          made('line', {
            x1: x,
            x2: x + 16,
            y1: 9,
            y2: 9,
            stroke: one.colour,
            'stroke-width': 1.8,
            'stroke-dasharray': one.dashed ? '4 3' : 'none',
          }),
          ...marked(one, x + 8, 9),
        ]
      : [made('rect', { x: x + 4, y: 5, width: 8, height: 8, fill: one.colour })]
    return [...sign, text(one.name, x + 20, 12)]
  })
}

function lyingBars(
  series: readonly Series[],
  categories: readonly string[],
  box: Box,
  figures: readonly number[],
  shown: Intl.NumberFormat,
): SVGElement[] {
  const left = Math.min(190, Math.max(...categories.map(({ length }) => length), 0) * 4.6 + 8)
  const most = Math.max(...figures, 0) || 1
  const room = box.right - left - 48
  const step = (box.bottom - box.top) / Math.max(1, categories.length)
  const thick = Math.min(16, (step * 0.69) / series.length)
  return categories.flatMap((category, row) => {
    const top = box.top + row * step + (step - thick * series.length) / 2
    return [
      text(category, left - 6, box.top + row * step + step / 2 + 3, 'end'),
      ...series.flatMap(({ values, colour }, index) => {
        const figure = values[row] ?? null
        if (figure === null) return []
        const wide = (Math.max(0, figure) / most) * room
        const y = top + index * thick
        return [
          made('rect', { x: left, y, width: wide, height: thick, fill: colour }),
          text(shown.format(figure), left + wide + 4, y + thick / 2 + 3),
        ]
      }),
    ]
  })
}

function niceStep(span: number): number {
  const rough = span / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power
}

function standing(
  series: readonly Series[],
  categories: readonly string[],
  box: Box,
  figures: readonly number[],
  shown: Intl.NumberFormat,
  minimum: string | null,
): SVGElement[] {
  const [least, most] = [Math.min(...figures, ...(minimum === null ? [] : [Number(minimum)])), Math.max(...figures)]
  const step = niceStep(most - least || Math.abs(most) || 1)
  const from = Math.floor(least / step) * step
  const to = Math.max(from + step, Math.ceil(most / step) * step)
  const left = Math.max(shown.format(from).length, shown.format(to).length) * 5 + 8
  const bottom = box.bottom - 16
  const y = (figure: number) => bottom - ((figure - from) / (to - from)) * (bottom - box.top - 6)
  const wide = (box.right - left) / Math.max(1, categories.length)
  const x = (at: number) => left + wide * (at + 0.5)
  const lines: SVGElement[] = []
  for (let figure = from; figure <= to + step / 1000; figure += step)
    lines.push(
      made('line', { x1: left, x2: box.right, y1: y(figure), y2: y(figure), stroke: '#D9D9D9', 'stroke-width': 0.75 }),
      text(shown.format(figure), left - 6, y(figure) + 3, 'end'),
    )
  const every = Math.ceil(categories.length / Math.max(1, Math.floor((box.right - left) / 46)))
  categories.forEach((name, at) => {
    if (at % every === 0) lines.push(text(name, x(at), box.bottom - 2, 'middle'))
  })
  const bars = series.filter(({ isLine }) => !isLine)
  const thick = (wide * 0.62) / Math.max(1, bars.length)
  return [
    ...lines,
    ...series.flatMap((one) =>
      one.isLine ? lineOf(one, x, y) : barsOf(one, bars.indexOf(one), thick, x, y, bars.length, y(Math.max(0, from))),
    ),
  ]
}

type Scale = (one: number) => number

function barsOf(
  { values, colour }: Series,
  index: number,
  thick: number,
  x: Scale,
  y: Scale,
  count: number,
  ground: number,
): SVGElement[] {
  return values.flatMap((figure, at) =>
    figure === null
      ? []
      : [
          made('rect', {
            x: x(at) - (thick * count) / 2 + index * thick,
            y: Math.min(ground, y(figure)),
            width: thick,
            height: Math.abs(ground - y(figure)),
            fill: colour,
          }),
        ],
  )
}

function lineOf(one: Series, x: Scale, y: Scale): SVGElement[] {
  let path = ''
  one.values.forEach((figure, at) => {
    if (figure !== null) path += `${(one.values[at - 1] ?? null) === null ? 'M' : 'L'}${x(at)} ${y(figure)}`
  })
  return [
    made('path', {
      d: path,
      fill: 'none',
      stroke: one.colour,
      'stroke-width': 1.8,
      'stroke-dasharray': one.dashed ? '4 3' : 'none',
    }),
    ...one.values.flatMap((figure, at) => (figure === null ? [] : marked(one, x(at), y(figure)))),
  ]
}

function marked({ mark, colour }: Series, x: number, y: number): SVGElement[] {
  if (mark === 'circle') return [made('circle', { cx: x, cy: y, r: 3, fill: colour })]
  if (mark === 'square') return [made('rect', { x: x - 2.7, y: y - 2.7, width: 5.4, height: 5.4, fill: colour })]
  if (mark === 'diamond')
    return [made('path', { d: `M${x} ${y - 4}L${x + 4} ${y}L${x} ${y + 4}L${x - 4} ${y}Z`, fill: colour })]
  return []
}
