/** Lists in pasted pages. Desktop Word writes a paragraph per item, dressed up as one; Word on the web a list per item. */

const marker = /mso-list\s*:\s*ignore/i
const numbered = /^[\s(]*(\d{1,3}|[a-zæøåäö]|[ivxlc]{1,6})[.)]/i

interface Item {
  readonly element: Element
  /** 1 = outermost. */
  readonly level: number
  readonly ordered: boolean
}

/** Word's `MsoListParagraph`s in a row become lists, nested by their level. */
export function makeListsReal(body: HTMLElement): void {
  asParagraphs(body)
  const waiting = [...body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')].map(listItem).filter((one) => one !== null)
  let run: Item[] = []
  for (const item of waiting) {
    const last = run.at(-1)
    if (last && nextElement(last.element) !== item.element) {
      buildList(run)
      run = []
    }
    run.push(item)
  }
  buildList(run)
}

/** Word on the web writes each item as a list of its own and tells its depth; these become paragraphs that know it. */
function asParagraphs(body: HTMLElement): void {
  for (const item of [...body.querySelectorAll('li[data-aria-level]')]) {
    const list = item.parentElement
    const around = list?.closest('.ListContainerWrapper') ?? list
    if (!list || !around) continue
    const paragraph = body.ownerDocument.createElement('p')
    for (const inner of [...item.querySelectorAll('p')]) inner.replaceWith(...inner.childNodes)
    paragraph.append(...item.childNodes)
    paragraph.setAttribute('data-level', item.getAttribute('data-aria-level') ?? '1')
    paragraph.setAttribute('data-list', list.localName)
    around.before(paragraph)
    item.remove()
    if (around.querySelector('li') === null) around.remove()
  }
}

function listItem(element: Element): Item | null {
  const told = element.getAttribute('data-level')
  if (told)
    return { element, level: Math.max(1, Number(told) || 1), ordered: element.getAttribute('data-list') === 'ol' }
  const style = element.getAttribute('style') ?? ''
  const found = /mso-list\s*:[^;]*level(\d)/i.exec(style)
  if (!found && !/^MsoList(Paragraph|Bullet|Number)/.test(element.className)) return null
  const mark = [...element.querySelectorAll('span')].find((span) => marker.test(span.getAttribute('style') ?? ''))
  // An indented paragraph without a mark of its own goes on from the item before; it is no item.
  if (!mark && !/^MsoList(Bullet|Number)/.test(element.className)) return null
  const ordered = mark ? numbered.test(mark.textContent ?? '') : element.className.startsWith('MsoListNumber')
  mark?.remove()
  return { element, level: Math.max(1, Number(found?.[1] ?? 1)), ordered }
}

/** The next element, over white space. */
function nextElement(element: Element): Element | null {
  for (let node = element.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === 1) return node as Element
    if ((node.textContent ?? '').trim() !== '') return null
  }
  return null
}

function buildList(items: readonly Item[]): void {
  const first = items[0]
  if (!first) return
  const page = first.element.ownerDocument
  /** The open list of each level, outermost first. */
  const open: { list: Element; level: number }[] = []
  for (const { element, level, ordered } of items) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
    const name = ordered ? 'ol' : 'ul'
    let current = open.at(-1)
    if (!current || current.level < level || (current.list.localName !== name && open.length === 1)) {
      const list = page.createElement(name)
      const parent = current && current.level < level ? current.list.lastElementChild : null
      if (parent) parent.append(list)
      else {
        open.length = 0
        element.before(list)
      }
      current = { list, level }
      open.push(current)
    }
    const item = page.createElement('li')
    const paragraph = page.createElement('p')
    paragraph.append(...element.childNodes)
    item.append(paragraph)
    current.list.append(item)
    element.remove()
  }
}

/** Lists of one kind side by side are one; a list straight in a list, as Google Docs writes it, belongs to the item before. */
export function mergeListPieces(body: HTMLElement): void {
  for (const inner of [...body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')]) {
    const item = inner.previousElementSibling
    if (item?.localName === 'li') item.append(inner)
    else inner.replaceWith(...inner.childNodes)
  }
  for (const list of [...body.querySelectorAll('ul, ol')]) {
    let next = list.isConnected || body.contains(list) ? nextElement(list) : null
    while (next && next.localName === list.localName) {
      list.append(...next.childNodes)
      next.remove()
      next = nextElement(list)
    }
  }
}
