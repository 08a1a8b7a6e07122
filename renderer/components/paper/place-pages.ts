import type { DrawnDocument } from './word-pages.ts'

/** Between two pages on screen, in points. */
const gap = 18

/** Looks of the flow and of the papers behind it; print adds its own to them. */
export const pageSheet = `
:host { display: block; }
.stack { position: relative; margin: 0 auto; color-scheme: light; }
.paper { position: absolute; left: 0; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 35%); }
.running { position: absolute; color: #51626c; font-size: 8.5pt; line-height: 1.2; }
.head { border-bottom: 0.5pt solid #c3d0d8; padding-bottom: 6pt; }
.foot { text-align: right; }
.flow { position: relative; columns: 1; column-fill: auto; column-wrap: wrap; widows: 2; orphans: 2; overflow-wrap: anywhere; }
.flow *, .flow { box-sizing: content-box; }
.flow a { color: inherit; }
.flow .begins { break-before: column; }
.flow > .begins:first-child { break-before: auto; }
.flow thead { break-inside: avoid; }
.flow .label { display: inline-block; min-width: var(--hanging, 36pt); text-indent: 0; }
.flow .contents, .flow .contents a { display: flex; flex: 1; align-items: baseline; text-decoration: none; }
.flow .leader { flex: 1; min-width: 12pt; margin: 0 4pt; border-bottom: 1pt dotted currentcolor; }
.flow .chart { font-family: inherit; vertical-align: bottom; }
a:focus-visible { outline: 2px solid #0b4a6f; outline-offset: 2px; }
`

/** Pages that stand under one another. */
export interface PlacedPages {
  readonly count: number
  /** Height of a page and the gap below it, in CSS pixels before zoom. */
  readonly step: number
}

/** Puts a document into a host of its own, page under page; what it said before goes. The contents tell the pages shown. */
export function placePages(host: HTMLElement, drawn: DrawnDocument): PlacedPages {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(pageSheet)
  root.adoptedStyleSheets = [sheet]
  const { page, flow } = drawn
  const stack = document.createElement('div')
  stack.className = 'stack'
  flow.classList.add('flow')
  const text = page.height - page.top - page.bottom
  const apart = page.top + page.bottom + gap
  Object.assign(flow.style, {
    width: `${page.width - page.left - page.right}pt`,
    marginLeft: `${page.left}pt`,
    top: `${page.top}pt`,
    rowGap: `${apart}pt`,
  })
  flow.style.setProperty('column-height', `${text}pt`)
  stack.style.width = `${page.width}pt`
  stack.style.fontFamily = flow.style.fontFamily
  stack.append(flow)
  root.replaceChildren(stack)
  const step = ((text + apart) * 96) / 72
  const zoom = flow.currentCSSZoom
  const top = flow.getBoundingClientRect().top
  const pageOf = (element: Element) => {
    const [first] = element.getClientRects()
    return first === undefined ? 1 : Math.floor((first.top - top) / (step * zoom) + 0.001) + 1
  }
  let count = 1
  for (const block of flow.querySelectorAll(':scope > *, tr, li')) {
    const rects = block.getClientRects()
    const last = rects[rects.length - 1]
    if (last !== undefined) count = Math.max(count, Math.floor((last.top - top) / (step * zoom) + 0.001) + 1)
  }
  // All is measured before anything is written: each write would lay out the whole document anew.
  const told = [...flow.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => {
    const target = root.getElementById(decodeURIComponent(link.hash.slice(1)))
    return { number: link.querySelector('.number'), page: target === null ? null : pageOf(target) }
  })
  for (const { number, page } of told) if (number !== null && page !== null) number.textContent = String(page)
  stack.style.height = `${count * (page.height + gap) - gap}pt`
  for (let at = 1; at <= count; at += 1) stack.insertBefore(paper(drawn, at, count), flow)
  return { count, step }
}

/**
 * Lets a press on a line of the contents scroll to its heading. The address of the window is the application's own, so no fragment may
 * go into it; by keyboard a page is gone to by its number, and a screen reader goes by headings.
 */
export function followContents(host: HTMLElement): void {
  const root = host.shadowRoot
  for (const link of root?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? []) {
    const target = root?.getElementById(decodeURIComponent(link.hash.slice(1)))
    link.removeAttribute('href')
    link.style.cursor = 'pointer'
    link.addEventListener('click', () => target?.scrollIntoView({ block: 'start' }))
  }
}

function paper(drawn: DrawnDocument, at: number, count: number): HTMLElement {
  const { page } = drawn
  const made = document.createElement('div')
  made.className = 'paper'
  Object.assign(made.style, {
    top: `${(at - 1) * (page.height + gap)}pt`,
    width: `${page.width}pt`,
    height: `${page.height}pt`,
  })
  // Read once, in the toolbar, and not between the lines of a text.
  made.ariaHidden = 'true'
  if (at > 1) {
    made.append(running('head', drawn.header, { left: `${page.left}pt`, right: `${page.right}pt`, top: '35pt' }))
    made.append(running('foot', drawn.footer(at, count), { right: `${page.right}pt`, bottom: '30pt' }))
  }
  return made
}

function running(kind: string, text: string, place: Partial<CSSStyleDeclaration>): HTMLElement {
  const made = document.createElement('div')
  made.className = `running ${kind}`
  made.textContent = text
  Object.assign(made.style, place)
  return made
}
