/**
 * Cleans what is pasted from Word, Outlook, Google Docs and web pages before the editor reads it: styles, colours, pictures,
 * comments and deleted text go; headings, lists and tables stay, and Word's lists of dressed-up paragraphs become real ones.
 */
import { isAllowedLink } from './rich-text-json.ts'
import { makeListsReal, mergeListPieces } from './rich-text-paste-lists.ts'
import { unmergeCells } from './rich-text-paste-tables.ts'

const thrownAway = [
  'head, style, script, meta, link, title, xml, template, noscript',
  'img, picture, svg, canvas, video, audio, object, embed, iframe, map',
  'form > button, input, select, textarea',
  'span.EOP, del, [class^="MsoComment"], [class~="MsoCommentReference"]',
].join(', ')
const kept = new Set(
  ['p', 'h1', 'h2', 'h3', 'ul', 'ol', 'li', 'blockquote', 'table', 'tbody', 'tr', 'th', 'td', 'br', 'a'].concat([
    'strong',
    'em',
    'u',
    's',
  ]),
)
const renamed: Record<string, string> = {
  b: 'strong',
  i: 'em',
  strike: 's',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
}

export interface Cleaned {
  readonly html: string
  /** Pictures that were left out. */
  readonly pictures: number
}

export function cleanPaste(html: string): Cleaned {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const body = page.body
  const pictures = body.querySelectorAll('img, picture, svg, object').length
  removeComments(page)
  for (const element of body.querySelectorAll('*')) {
    if (element.localName.startsWith('v:')) element.remove()
    else if (isHidden(element)) element.remove()
  }
  for (const element of body.querySelectorAll(thrownAway)) element.remove()
  makeListsReal(body)
  marksFromStyles(body)
  unmergeCells(body)
  dropEmptyParagraphs(body)
  tidy(body)
  mergeListPieces(body)
  return { html: body.innerHTML, pictures }
}

/** A style of an element by its name, as it was written. */
function styleOf(element: Element, name: string): string | undefined {
  const style = element.getAttribute('style') ?? ''
  const found = style.split(';').find((one) => one.split(':')[0]?.trim().toLowerCase() === name)
  return found
    ?.slice(found.indexOf(':') + 1)
    .trim()
    .toLowerCase()
}

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  while (walker.nextNode()) found.push(walker.currentNode)
  for (const comment of found) comment.parentNode?.removeChild(comment)
}

/** Hidden text, and Word's list of comments at the end. */
function isHidden(element: Element): boolean {
  if (!element.hasAttribute('style')) return false
  const special = styleOf(element, 'mso-element')
  return (
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'mso-hide') === 'all' ||
    special === 'comment-list' ||
    special === 'comment'
  )
}

/** Bold, italic and underline that a page writes as styles; and `<b style="font-weight: normal">`, which is none. */
function marksFromStyles(body: HTMLElement): void {
  for (const element of body.querySelectorAll('span, b, i, u, a, p.MsoTitle, p.MsoSubtitle')) {
    const weight = styleOf(element, 'font-weight')
    const bold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
    const name = element.localName
    if (name === 'p') rename(element, element.classList.contains('MsoTitle') ? 'h1' : 'h2')
    else if (name === 'b' && weight !== undefined && !bold) unwrap(element)
    else if (name === 'i' && styleOf(element, 'font-style') === 'normal') unwrap(element)
    else if (name === 'span') {
      const line = styleOf(element, 'text-decoration') ?? styleOf(element, 'text-decoration-line') ?? ''
      if (bold) wrapContent(element, 'strong')
      if (styleOf(element, 'font-style') === 'italic') wrapContent(element, 'em')
      if (line.includes('underline') && !element.closest('a')) wrapContent(element, 'u')
      if (line.includes('line-through')) wrapContent(element, 's')
      if (styleOf(element, 'mso-tab-count')) element.textContent = ' '
    }
  }
}

/** Word leaves a line between paragraphs by an empty one. In a cell or a list item the empty one is its content. */
function dropEmptyParagraphs(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const empty = (paragraph.textContent ?? '').replaceAll('\u00a0', ' ').trim() === ''
    if (empty && !paragraph.closest('td, th, li')) paragraph.remove()
  }
}

/** Only the elements that the text can hold, without attributes but a link's address. Other elements give way to their content. */
function tidy(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('*')]) {
    if (!element.isConnected && !body.contains(element)) continue
    const name = renamed[element.localName] ?? element.localName
    if (name === 'a') tidyLink(element)
    else if (name === 'thead' || name === 'tfoot' || name === 'colgroup' || name === 'caption') tidyTablePart(element)
    else if (name === 'div' && !element.querySelector('p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, blockquote')) {
      rename(element, 'p')
    } else if (!kept.has(name)) unwrap(element)
    else if (name !== element.localName) rename(element, name)
    else for (const attribute of [...element.attributes]) element.removeAttribute(attribute.name)
  }
}

function tidyLink(element: Element): void {
  const href = element.getAttribute('href')?.trim() ?? ''
  if (!isAllowedLink(href)) {
    unwrap(element)
    return
  }
  for (const attribute of [...element.attributes]) element.removeAttribute(attribute.name)
  element.setAttribute('href', href)
}

function tidyTablePart(element: Element): void {
  if (element.localName === 'colgroup') element.remove()
  else if (element.localName === 'caption') {
    const text = element.ownerDocument.createElement('p')
    text.append(...element.childNodes)
    element.closest('table')?.before(text)
    element.remove()
  } else rename(element, 'tbody')
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

function rename(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name)
  other.append(...element.childNodes)
  element.replaceWith(other)
  return other
}

function wrapContent(element: Element, name: string): void {
  const wrapper = element.ownerDocument.createElement(name)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}
