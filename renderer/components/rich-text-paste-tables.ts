/** Tables in pasted pages: no merged cells, header cells where the page marks them, every row as long as the longest. */

/** A merged cell keeps its content in the first of its places; the others come empty. */
export function unmergeCells(body: HTMLElement): void {
  for (const table of [...body.querySelectorAll('table')]) {
    const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
    const taken = new Map<Element, Map<number, string>>()
    for (const [index, row] of rows.entries()) {
      const header = row.parentElement?.localName === 'thead'
      const cells = [...row.children].filter((cell) => cell.localName === 'td' || cell.localName === 'th')
      const placed: Element[] = []
      const place = (cell: Element) => {
        placed.push(cell)
        row.append(cell)
      }
      const fromAbove = () => {
        for (let name = taken.get(row)?.get(placed.length); name; name = taken.get(row)?.get(placed.length)) {
          place(table.ownerDocument.createElement(name))
        }
      }
      for (const cell of cells) {
        fromAbove()
        const width = span(cell, 'colspan')
        const height = Math.min(span(cell, 'rowspan'), rows.length - index)
        const name = header ? 'th' : cell.localName
        for (const below of rows.slice(index + 1, index + height)) {
          const places = taken.get(below) ?? new Map<number, string>()
          for (let column = 0; column < width; column++) places.set(placed.length + column, 'td')
          taken.set(below, places)
        }
        place(renamed(cell, name))
        for (let more = 1; more < width; more++) place(table.ownerDocument.createElement(name))
      }
      fromAbove()
    }
  }
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number(cell.getAttribute(name) ?? 1)
  return Number.isInteger(value) && value > 1 ? Math.min(value, 100) : 1
}

function renamed(cell: Element, name: string): Element {
  if (cell.localName === name) return cell
  const other = cell.ownerDocument.createElement(name)
  other.append(...cell.childNodes)
  cell.remove()
  return other
}
