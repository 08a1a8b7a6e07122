/** Tables as text, as SSB and SCB give them: a row per cell, or the periods as columns; titles above and notes below the table are left out. */
import Papa from 'papaparse'
import { fieldMessage } from '../domain/checked.ts'
import { type DecimalSign, parseDecimal } from '../domain/numbers.ts'
import {
  type Cell,
  type Dimension,
  type FileProblem,
  isPeriodText,
  mostCells,
  mostProblems,
  type ReadFile,
  roleOf,
  unreadable,
} from './statistics-file.ts'

/** A period at the end of a column's head, behind what is counted: "Sysselsatte 2024K1". */
const periodAtEnd = /^(.*?)[ ,:]*((?:19|20|21)\d\d(?:[KQMTH]\d{1,2}|-\d{2}|-[QH]\d|-(?:19|20|21)\d\d)?)$/i
const signs = new Set(['.', '..', '...', ':', '-', '–', '—', '…'])

/** Reads a table. Its separator (semicolon, comma, tab) and decimal sign are told from the text. Never throws. */
export function readCsv(text: string): ReadFile {
  const bare = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(bare)
  const rows = splitRows(bare, separator)
  const at = rows.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
  const head = rows[at]
  if (!head) return unreadable('csvNoTable')
  const body = rows.slice(at + 1).filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
  const width = head.cells.length
  if (body.length === 0 || width < 2) return unreadable('csvNoTable')
  if (body.length * width > mostCells) return unreadable('tooManyCells', null, { most: mostCells })
  const title = rows.slice(0, at).flatMap(({ cells }) => cells.filter((cell) => cell !== ''))[0] ?? null
  return table(title, head.cells, body, separator === ',' ? '.' : null)
}

/** What parts the columns: the sign that stands outside quotes most often in the first rows. */
function separatorOf(text: string): string {
  const start = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const count = (sign: string) => start.split(sign).length
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** Rows with the line they begin on: a quoted cell may hold line breaks. */
function splitRows(text: string, delimiter: string): { line: number; cells: string[] }[] {
  const { data } = Papa.parse(text, { delimiter, newline: '\n' })
  let line = 1
  return data.map((cells) => {
    const row = { line, cells: cells.map((cell) => cell.trim()) }
    line += cells.reduce((lines, cell) => lines + cell.split('\n').length - 1, 1)
    return row
  })
}

function table(
  title: string | null,
  head: readonly string[],
  body: readonly { line: number; cells: string[] }[],
  known: DecimalSign | null,
): ReadFile {
  const wide = head.map((name) => (isPeriodText(name) ? { content: '', period: name } : periodOf(name)))
  const stub = wide.findIndex((one) => one !== null)
  const isWide = stub > 0 && wide.slice(stub).every((one) => one !== null)
  const valuesFrom = isWide ? stub : firstValueColumn(head, body)
  if (valuesFrom < 1) return unreadable('csvNoTable')
  const columns = head.slice(valuesFrom).map((name, nth): { content: string; period: string | null } => {
    const dated = isWide ? wide[valuesFrom + nth] : null
    return dated ?? { content: name, period: null }
  })
  const contents = [...new Set(columns.map(({ content }) => content))]
  const periods = isWide ? [...new Set(columns.map(({ period }) => period ?? ''))] : []
  const stubNames = head.slice(0, valuesFrom)
  if (
    new Set(stubNames).size !== stubNames.length ||
    new Set(head.slice(valuesFrom)).size !== head.length - valuesFrom
  ) {
    return unreadable('csvHeadTwice')
  }
  const stubs = stubNames.map((name, nth) => stubDimension(name, nth, body))
  const dimensions: Dimension[] = stubs.map(({ dimension }) => dimension)
  const ids = new Set(dimensions.map(({ id }) => id))
  const extra = (id: string, role: Dimension['role'], codes: readonly string[]) => {
    let free = id
    while (ids.has(free)) free += ' '
    dimensions.push({ id: free, label: id, role, values: codes.map((code) => ({ code, label: code || id })) })
  }
  if (contents.length > 1) extra('contents', 'content', contents)
  if (isWide) extra('period', 'period', periods)
  const problems: FileProblem[] = []
  const tell = (line: number, key: string, params?: Record<string, string | number>) => {
    if (problems.length < mostProblems) problems.push({ line, message: fieldMessage(key, params) })
  }
  const sign = known ?? decimalSign(body, valuesFrom)
  const cells = new Map<string, Cell>()
  for (const { line, cells: row } of body) {
    if (row.length !== head.length) {
      tell(line, 'csvColumns', { found: row.length, expected: head.length })
      continue
    }
    const codes = stubs.map(({ codeOf }, nth) => codeOf(row[nth] ?? ''))
    for (const [nth, { content, period }] of columns.entries()) {
      const raw = row[valuesFrom + nth] ?? ''
      if (raw === '') continue
      const cell = cellOf(raw, sign)
      if (!cell) {
        tell(line, 'csvNotANumber', { text: raw.slice(0, 40) })
        continue
      }
      const key = JSON.stringify([
        ...codes,
        ...(contents.length > 1 ? [content] : []),
        ...(period === null ? [] : [period]),
      ])
      if (cells.has(key)) tell(line, 'csvTwice')
      else cells.set(key, cell)
    }
  }
  if (cells.size === 0) return problems.length > 0 ? { ok: false, problems } : unreadable('csvNoTable')
  return {
    ok: true,
    problems,
    file: {
      title: title?.slice(0, 500) ?? null,
      source: null,
      updatedOn: null,
      dimensions,
      cells: cells.size,
      cellAt: (codes) => cells.get(JSON.stringify(codes)) ?? null,
    },
  }
}

function periodOf(name: string): { content: string; period: string } | null {
  const match = periodAtEnd.exec(name)
  return match?.[2] && isPeriodText(match[2]) ? { content: (match[1] ?? '').trim(), period: match[2] } : null
}

/** Where the values of a table begin that has no periods in its head: the columns at its end that hold nothing but numbers and signs. */
function firstValueColumn(head: readonly string[], body: readonly { cells: string[] }[]): number {
  let from = head.length - 1
  const holdsNumbers = (column: number) =>
    body.every(({ cells }) => {
      const cell = cells[column] ?? ''
      return cell === '' || signs.has(cell) || /^-?[\d .,\u00A0\u202F]+$/.test(cell)
    })
  const holdsPeriods = (column: number) => body.every(({ cells }) => isPeriodText(cells[column] ?? ''))
  while (from > 1 && holdsNumbers(from - 1) && !holdsPeriods(from - 1)) from -= 1
  return from
}

/** A column of names as a dimension. "31 Østfold" is a code and its name, where every value of a region is written so. */
function stubDimension(name: string, nth: number, body: readonly { cells: string[] }[]) {
  const found = [...new Set(body.map(({ cells }) => cells[nth] ?? ''))]
  const role = roleOf(name, name, found)
  const parts = (value: string) => /^([A-Z]{0,3}-?\d{1,4}|[A-Z]{2,3})\s+(\S.*)$/.exec(value)
  const coded = role === 'region' && found.every((value) => parts(value) !== null)
  const codeOf = (value: string) => (coded ? (parts(value)?.[1] ?? value) : value)
  const labels = new Map(found.map((value) => [codeOf(value), coded ? (parts(value)?.[2] ?? value) : value]))
  const values = [...labels].map(([code, label]) => ({ code, label: label || code }))
  return { codeOf, dimension: { id: name || `#${nth + 1}`, label: name || `#${nth + 1}`, role, values } }
}

/** The decimal sign of a table, told by the first number that can have but one; null where none does. */
function decimalSign(body: readonly { cells: string[] }[], from: number): DecimalSign | null {
  for (const { cells } of body) {
    for (const cell of cells.slice(from)) {
      const match = /^-?\d+([.,])\d+$/.exec(cell)
      if (match && !/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(cell)) return match[1] as DecimalSign
    }
  }
  return null
}

function cellOf(raw: string, sign: DecimalSign | null): Cell | null {
  if (signs.has(raw)) return { value: null, sign: raw }
  const read = parseDecimal(raw, sign ?? undefined)
  if (!read.ok || read.value === null || Math.abs(read.value) > 1e15) return null
  return { value: read.value, sign: null }
}
