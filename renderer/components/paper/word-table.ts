import { child, children, isOn, number, value } from './word-file.ts'
import { border, dress, pt } from './word-looks.ts'

type Fill = (cell: Element, into: HTMLElement) => void

/** A table of the document; `fill` draws what a cell holds. */
export function drawTable(one: Element, fill: Fill): HTMLElement {
  const properties = child(one, 'tblPr')
  const made = document.createElement('table')
  const columns = children(child(one, 'tblGrid'), 'gridCol').map((column) => number(column, 'w'))
  dress(made, {
    width: pt(columns.reduce((sum, width) => sum + width, 0)),
    'table-layout': 'fixed',
    'border-collapse': 'collapse',
  })
  const caption = value(child(properties, 'tblCaption'))
  if (caption !== null) made.setAttribute('aria-label', caption)
  const group = document.createElement('colgroup')
  for (const width of columns) {
    const column = document.createElement('col')
    column.style.width = pt(width)
    group.append(column)
  }
  const rows = children(one, 'tr')
  const head = document.createElement('thead')
  const rest = document.createElement('tbody')
  const firstColumn = isOnWord(value(child(properties, 'tblLook'), 'firstColumn'))
  for (const [at, row] of rows.entries()) {
    const looks = child(row, 'trPr')
    const isHead = isOn(child(looks, 'tblHeader')) ?? false
    const line = document.createElement('tr')
    const height = number(child(looks, 'trHeight'))
    dress(line, {
      'break-inside': isOn(child(looks, 'cantSplit')) ? 'avoid' : 'auto',
      ...(height > 0 ? { height: pt(height) } : {}),
    })
    for (const [index, cell] of children(row, 'tc').entries()) {
      const scope = isHead ? 'col' : firstColumn && index === 0 ? 'row' : null
      line.append(tableCell(fill, cell, properties, scope, { at, last: rows.length - 1, index }))
    }
    if (line.querySelector('p')?.style.breakAfter === 'avoid' && !isHead) line.style.breakAfter = 'avoid'
    ;(isHead ? head : rest).append(line)
  }
  made.append(group, ...(head.hasChildNodes() ? [head] : []), rest)
  return made
}

const isOnWord = (word: string | null) => word === 'true' || word === '1'

function tableCell(
  fill: Fill,
  cell: Element,
  table: Element | null,
  scope: 'col' | 'row' | null,
  { at, last, index }: { readonly at: number; readonly last: number; readonly index: number },
): HTMLElement {
  const made = document.createElement(scope === null ? 'td' : 'th')
  if (scope !== null) made.setAttribute('scope', scope)
  const lines = child(table, 'tblBorders')
  const room = child(table, 'tblCellMar')
  const looks = child(cell, 'tcPr')
  const own = child(looks, 'tcBorders')
  const edge = (side: string, otherwise: string) => border(child(own, side) ?? child(lines, otherwise))
  const ground = value(child(looks, 'shd'), 'fill')
  const place = value(child(looks, 'vAlign'))
  dress(made, {
    padding: ['top', 'right', 'bottom', 'left'].map((side) => pt(number(child(room, side), 'w'))).join(' '),
    'text-align': 'left',
    'font-weight': '400',
    'vertical-align': place === 'center' ? 'middle' : (place ?? 'top'),
    'border-top': edge('top', at === 0 ? 'top' : 'insideH'),
    'border-bottom': edge('bottom', at === last ? 'bottom' : 'insideH'),
    'border-left': edge('left', index === 0 ? 'left' : 'insideV'),
    'border-right': edge('right', 'insideV'),
    ...(ground !== null && ground !== 'auto' ? { 'background-color': `#${ground}` } : {}),
  })
  fill(cell, made)
  return made
}
