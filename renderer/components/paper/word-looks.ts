import { child, children, isOn, number, value } from './word-file.ts'

/** Points of a length in twips. */
export const pt = (twips: number) => `${twips / 20}pt`

/** Fonts that set a text as wide, and the height of their lines for each unit of size. */
const fonts: Readonly<Record<string, { readonly family: string; readonly line: number }>> = {
  Calibri: { family: 'Calibri, Carlito, "Segoe UI", sans-serif', line: 2500 / 2048 },
  Arial: { family: 'Arial, "Liberation Sans", sans-serif', line: 2355 / 2048 },
  Verdana: { family: 'Verdana, "DejaVu Sans", sans-serif', line: 2489 / 2048 },
}
type Rules = Record<string, string>

/** Writes rules onto an element by the object model, which the content policy lets through. */
export function dress(element: HTMLElement, rules: Readonly<Rules>): void {
  for (const [name, rule] of Object.entries(rules)) element.style.setProperty(name, rule)
}

/** The rules of every paragraph style by its id, and those of the document itself under ''. */
export function styleRules(styles: Element): Map<string, Rules> {
  const defaults = child(styles, 'docDefaults')
  const run = child(child(defaults, 'rPrDefault'), 'rPr')
  const name = value(child(run, 'rFonts'), 'ascii') ?? 'Calibri'
  const font = fonts[name] ?? { family: `"${name.replaceAll('"', '')}", sans-serif`, line: 1.2 }
  const ground: Rules = { 'font-family': font.family, margin: '0', ...runRules(run) }
  const given = new Map(children(styles, 'style').map((one) => [value(one, 'styleId') ?? '', one]))
  const own = (properties: Element | null) => paragraphRules(properties, font.line)
  const base = { ...ground, ...own(child(child(defaults, 'pPrDefault'), 'pPr')) }
  const rulesOf = (id: string | null, depth = 0): Rules => {
    const style = id === null || depth > 10 ? undefined : given.get(id)
    if (style === undefined) return base
    return {
      ...rulesOf(value(child(style, 'basedOn')), depth + 1),
      ...own(child(style, 'pPr')),
      ...runRules(child(style, 'rPr')),
    }
  }
  return new Map([['', base], ...[...given.keys()].map((id): [string, Rules] => [id, rulesOf(id)])])
}

/** What a run says of its letters. */
export function runRules(properties: Element | null): Rules {
  const rules: Rules = {}
  const bold = isOn(child(properties, 'b'))
  const italic = isOn(child(properties, 'i'))
  const colour = value(child(properties, 'color'))
  const size = child(properties, 'sz')
  const under = value(child(properties, 'u'))
  if (bold !== null) rules['font-weight'] = bold ? '700' : '400'
  if (italic !== null) rules['font-style'] = italic ? 'italic' : 'normal'
  if (colour !== null && colour !== 'auto') rules.color = `#${colour}`
  if (size !== null) rules['font-size'] = `${number(size) / 2}pt`
  if (under !== null) rules['text-decoration'] = under === 'none' ? 'none' : 'underline'
  return rules
}

/** What a paragraph says of its place. `line`: height of the font's own line for each unit of its size. */
export function paragraphRules(properties: Element | null, line: number): Rules {
  const rules: Rules = {}
  const spacing = child(properties, 'spacing')
  const indent = child(properties, 'ind')
  const before = value(spacing, 'before')
  const after = value(spacing, 'after')
  const height = value(spacing, 'line')
  if (before !== null) rules['margin-top'] = pt(Number(before))
  if (after !== null) rules['margin-bottom'] = pt(Number(after))
  if (height !== null) {
    rules['line-height'] =
      value(spacing, 'lineRule') === 'exact' ? pt(Number(height)) : String((Number(height) / 240) * line)
  }
  if (indent !== null) {
    rules['padding-left'] = pt(number(indent, 'left'))
    rules['padding-right'] = pt(number(indent, 'right'))
    rules['text-indent'] = pt(-number(indent, 'hanging'))
    rules['--hanging'] = pt(number(indent, 'hanging'))
  }
  const keepNext = isOn(child(properties, 'keepNext'))
  const keepLines = isOn(child(properties, 'keepLines'))
  if (keepNext !== null) rules['break-after'] = keepNext ? 'avoid' : 'auto'
  if (keepLines !== null) rules['break-inside'] = keepLines ? 'avoid' : 'auto'
  if (isOn(child(properties, 'pageBreakBefore'))) Object.assign(rules, { 'margin-top': '0', '--begins': 'page' })
  const align = value(child(properties, 'jc'))
  if (align !== null) rules['text-align'] = align === 'both' ? 'left' : align
  const fill = value(child(properties, 'shd'), 'fill')
  if (fill !== null && fill !== 'auto') rules['background-color'] = `#${fill}`
  for (const edge of child(properties, 'pBdr')?.children ?? []) Object.assign(rules, borderRules(edge, indent))
  return rules
}

/** A line at an edge of a paragraph: it stands outside the text, as far off as it says. */
function borderRules(edge: Element, indent: Element | null): Rules {
  const side = edge.localName
  if (!['top', 'right', 'bottom', 'left'].includes(side) || value(edge) === 'none') return {}
  const space = number(edge, 'space')
  const width = number(edge, 'sz') / 8
  const room = side === 'left' ? number(indent, 'left') / 20 - space - width : 0
  return {
    [`border-${side}`]: border(edge),
    [`padding-${side}`]: `${space}pt`,
    ...(side === 'left' ? { 'margin-left': `${room}pt` } : {}),
  }
}

/** A line as CSS says it; none where it has no width. */
export function border(edge: Element | null): string {
  if (edge === null || ['none', 'nil', null].includes(value(edge))) return 'none'
  const colour = value(edge, 'color')
  return `${number(edge, 'sz') / 8}pt solid ${colour === null || colour === 'auto' ? 'currentcolor' : `#${colour}`}`
}
