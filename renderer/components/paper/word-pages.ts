import { drawChart } from './word-chart.ts'
import { child, children, number, openWordFile, value, type WordFile } from './word-file.ts'
import { dress, paragraphRules, pt, runRules, styleRules } from './word-looks.ts'
import { drawTable } from './word-table.ts'

/** A document drawn as one flow of headings, paragraphs, lists and tables. */
export interface DrawnDocument {
  readonly title: string
  readonly language: string
  readonly flow: HTMLElement
  /** In points. */
  readonly page: {
    readonly width: number
    readonly height: number
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  }
  /** Texts of the running header and footer; the first page has none. */
  readonly header: string
  readonly footer: (page: number | string, pages: number | string) => string
  /** Lets go of the pictures. */
  readonly release: () => void
}

type Rules = Readonly<Record<string, string>>

/** Draws one of Fyr's own Word files. @throws Error where the bytes are none. */
export function drawWord(bytes: Uint8Array): DrawnDocument {
  const file = openWordFile(bytes)
  const looks = styleRules(file.styles)
  const addresses: string[] = []
  const flow = document.createElement('div')
  dress(flow, looks.get('') ?? {})
  flow.lang = file.language
  const drawing: Drawing = { file, looks, addresses, counts: new Map() }
  blocks(drawing, file.body, flow)
  const section = child(file.body, 'sectPr')
  const size = child(section, 'pgSz')
  const margin = child(section, 'pgMar')
  const side = (name: string) => number(margin, name) / 20
  const running = (kind: string) => {
    const reference = children(section, `${kind}Reference`).find((one) => value(one, 'type') === 'default')
    const id = [...(reference?.attributes ?? [])].find(({ localName }) => localName === 'id')?.value ?? ''
    const target = file.target(id)
    return target === null ? null : file.xml(target.target)
  }
  const footer = fieldParts(running('footer'))
  return {
    title: file.title,
    language: file.language,
    flow,
    page: {
      width: number(size, 'w') / 20,
      height: number(size, 'h') / 20,
      top: side('top'),
      right: side('right'),
      bottom: side('bottom'),
      left: side('left'),
    },
    header: running('header')?.textContent?.trim() ?? '',
    footer: (page, pages) =>
      footer.map((part) => (part === 'PAGE' ? page : part === 'NUMPAGES' ? pages : part.slice(1))).join(''),
    release: () => {
      for (const address of addresses) URL.revokeObjectURL(address)
    },
  }
}

/** Texts of a footer, marked by `=`, and its fields by their name. */
function fieldParts(part: Element | null): string[] {
  let inField = false
  return [...(part?.getElementsByTagNameNS('*', '*') ?? [])].flatMap((one) => {
    if (one.localName === 'fldChar') inField = value(one, 'fldCharType') !== 'end'
    if (one.localName === 'instrText') return [(one.textContent ?? '').trim()]
    return one.localName === 't' && !inField ? [`=${one.textContent ?? ''}`] : []
  })
}

interface Drawing {
  readonly file: WordFile
  readonly looks: ReadonlyMap<string, Rules>
  readonly addresses: string[]
  /** How many a numbered list has had, by list and level: it goes on after a paragraph between. */
  readonly counts: Map<string, number>
}

function blocks(drawing: Drawing, parent: Element, into: HTMLElement): void {
  let lists: HTMLElement[] = []
  for (const one of parent.children) {
    const numbering = one.localName === 'p' ? child(child(one, 'pPr'), 'numPr') : null
    if (numbering !== null) {
      lists = listItem(drawing, one, numbering, lists, into)
      continue
    }
    lists = []
    if (one.localName === 'p') into.append(paragraph(drawing, one))
    else if (one.localName === 'tbl') into.append(drawTable(one, (cell, made) => blocks(drawing, cell, made)))
    else if (one.localName === 'sdt') {
      const nav = document.createElement('nav')
      nav.setAttribute('aria-label', value(child(child(one, 'sdtPr'), 'alias')) ?? '')
      const content = child(one, 'sdtContent')
      if (content !== null) blocks(drawing, content, nav)
      into.append(nav)
    }
  }
}

const markers: Readonly<Record<string, string>> = {
  decimal: 'decimal',
  lowerLetter: 'lower-alpha',
  lowerRoman: 'lower-roman',
}

function listItem(
  drawing: Drawing,
  one: Element,
  numbering: Element,
  open: readonly HTMLElement[],
  into: HTMLElement,
): HTMLElement[] {
  const level = number(child(numbering, 'ilvl'))
  const id = value(child(numbering, 'numId')) ?? ''
  const lists = open.slice(0, level + 1)
  if (lists.at(-1)?.dataset.list !== id && lists.length === level + 1) lists.pop()
  const { numbering: part } = drawing.file
  const instance = children(part, 'num').find((num) => value(num, 'numId') === id)
  const kind = value(child(instance, 'abstractNumId'))
  const shape = children(part, 'abstractNum').find((abstract) => value(abstract, 'abstractNumId') === kind)
  const look = children(shape, 'lvl')[level] ?? null
  const format = value(child(look, 'numFmt')) ?? 'bullet'
  const key = `${id}/${level}`
  while (lists.length <= level) {
    const list = document.createElement(format === 'bullet' ? 'ul' : 'ol')
    list.dataset.list = id
    const sign = value(child(look, 'lvlText')) ?? '•'
    dress(list, {
      margin: '0',
      padding: '0',
      'list-style-type': markers[format] ?? `"${sign.replace(/["\\]/g, '')}  "`,
    })
    if (list instanceof HTMLOListElement) list.start = (drawing.counts.get(key) ?? 0) + 1
    ;(lists.at(-1)?.lastElementChild ?? into).append(list)
    lists.push(list)
  }
  const item = document.createElement('li')
  const text = paragraph(drawing, one)
  const indent = child(child(look, 'pPr'), 'ind')
  const own = child(child(one, 'pPr'), 'ind')
  dress(text, { 'padding-left': '0', 'text-indent': '0' })
  const above = level === 0 ? 0 : number(indent, 'left') - 400 * level
  dress(item, { 'margin-left': pt(level === 0 ? number(own ?? indent, 'left') : Math.max(400, above)) })
  item.append(text)
  lists.at(-1)?.append(item)
  drawing.counts.set(key, (drawing.counts.get(key) ?? 0) + 1)
  return lists
}

function paragraph(drawing: Drawing, one: Element): HTMLElement {
  const properties = child(one, 'pPr')
  const style = value(child(properties, 'pStyle')) ?? ''
  const level = /^Heading([1-6])$/.exec(style)?.[1]
  const made = document.createElement(level === undefined ? 'p' : `h${level}`)
  dress(made, drawing.looks.get(style) ?? drawing.looks.get('') ?? {})
  // Lines of a paragraph are counted in its font's own height, which its style has said already.
  const { 'line-height': _said, ...own } = paragraphRules(properties, 1)
  dress(made, own)
  // On screen pages are columns, in print they are pages: the sheet of each says how it begins.
  if (own['--begins'] !== undefined) made.classList.add('begins')
  const contents = /^TOC\d/.test(style)
  if (contents) made.classList.add('contents')
  runs(drawing, one, made, contents)
  // An empty paragraph is as high as a line.
  if (!made.hasChildNodes()) made.append('\u200b')
  return made
}

function runs(drawing: Drawing, from: Element, into: HTMLElement, contents: boolean): void {
  for (const one of from.children) {
    if (one.localName === 'bookmarkStart') into.id ||= value(one, 'name') ?? ''
    else if (one.localName === 'hyperlink') into.append(link(drawing, one, contents))
    else if (one.localName === 'r') run(drawing, one, into, contents)
  }
}

function link(drawing: Drawing, one: Element, contents: boolean): HTMLElement {
  const anchor = value(one, 'anchor')
  const id = [...one.attributes].find(({ localName }) => localName === 'id')?.value ?? ''
  const outside = drawing.file.target(id)?.target ?? ''
  const made = document.createElement('a')
  if (anchor !== null) made.href = `#${anchor}`
  else if (/^(https:\/\/|mailto:)/.test(outside)) {
    made.href = outside
    made.target = '_blank'
    made.rel = 'noreferrer'
  }
  runs(drawing, one, made, contents)
  return made
}

function run(drawing: Drawing, one: Element, into: HTMLElement, contents: boolean): void {
  const properties = child(one, 'rPr')
  const rules = runRules(properties)
  if (value(child(properties, 'rStyle')) === 'Hyperlink') Object.assign(rules, { 'text-decoration': 'underline' })
  let place = into
  if (Object.keys(rules).length > 0) {
    place = document.createElement('span')
    dress(place, rules)
    into.append(place)
  }
  const tab = () => {
    tabbed(into)
    if (place === into) return
    // What follows the tab in the same run stands after the label, and looks the same.
    place = place.cloneNode() as HTMLElement
    into.append(place)
  }
  for (const part of one.children) {
    if (part.localName === 't') {
      if (contents && one.querySelector('*|instrText') !== null) {
        const page = document.createElement('span')
        page.className = 'number'
        page.textContent = part.textContent
        place.append(page)
      } else {
        // A tab may stand in the text itself, too.
        for (const [at, text] of (part.textContent ?? '').split('\t').entries()) {
          if (at > 0) tab()
          place.append(text)
        }
      }
    } else if (part.localName === 'br') place.append(document.createElement('br'))
    else if (part.localName === 'tab') {
      if (contents) {
        const leader = document.createElement('span')
        leader.className = 'leader'
        place.append(leader)
      } else tab()
    } else if (part.localName === 'drawing') place.append(picture(drawing, part))
  }
}

/** What stands before a tab takes the room up to where the paragraph's other lines begin. */
function tabbed(into: HTMLElement): void {
  const label = document.createElement('span')
  label.className = 'label'
  label.append(...into.childNodes)
  into.append(label)
}

function picture({ file, addresses }: Drawing, one: Element): Element {
  const inline = child(one, 'inline')
  const told = child(inline, 'docPr')
  const extent = child(inline, 'extent')
  const points = (name: string) => Number(extent?.getAttribute(name) ?? 0) / 12_700
  const alt = told?.getAttribute('descr') ?? ''
  const blip = one.querySelector('*|chart, *|blip')
  const id = [...(blip?.attributes ?? [])].find(({ localName }) => localName === 'id' || localName === 'embed')?.value
  const target = file.target(id ?? '')?.target ?? ''
  if (blip?.localName === 'chart') {
    const chart = file.xml(target)
    if (chart !== null)
      return drawChart(chart, { width: points('cx'), height: points('cy'), alt, language: file.language })
  }
  const image = document.createElement('img')
  const bytes = file.bytes(target)
  image.alt = alt
  dress(image, { width: `${points('cx')}pt`, height: `${points('cy')}pt`, 'vertical-align': 'bottom' })
  if (bytes !== null) {
    image.src = URL.createObjectURL(new Blob([bytes], { type: target.endsWith('.png') ? 'image/png' : 'image/jpeg' }))
    addresses.push(image.src)
  }
  return image
}
