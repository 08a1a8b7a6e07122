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
/** The minus of a keyboard, and those of print. */
const minus = '[-\\u2212\\u2013]?'
const numberLike = new RegExp(`^${minus}[\\d .,\\u00A0\\u202F]+$`)
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
  lines: readonly { line: number; cells: string[] }[],
  known: DecimalSign | null,
): ReadFile {
  const problems: FileProblem[] = []
  const tell = (line: number, key: string, params?: Record<string, string | number>) => {
    const message = fieldMessage(key, params)
    if (problems.length < mostProblems) problems.push({ line, message })
    return message
  }
  const unread = new Set<number>()
  // A line of another width, as a note below the table, says nothing of what the columns are.
  const body = lines.filter(({ line, cells }) => {
    if (cells.length === head.length) return true
    unread.add(line)
    tell(line, 'csvColumns', { found: cells.length, expected: head.length })
    return false
  })
  if (body.length === 0) return { ok: false, problems }
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
  const sign = known ?? decimalSign(body, valuesFrom)
  const cells = new Map<string, Cell>()
  for (const { line, cells: row } of body) {
    const codes = stubs.map(({ codeOf }, nth) => codeOf(row[nth] ?? ''))
    for (const [nth, { content, period }] of columns.entries()) {
      const raw = row[valuesFrom + nth] ?? ''
      if (raw === '') continue
      const cell = cellOf(raw, sign) ?? {
        value: null,
        sign: null,
        wrong: tell(line, 'csvNotANumber', { text: raw.slice(0, 40) }),
      }
      const key = JSON.stringify([
        ...codes,
        ...(contents.length > 1 ? [content] : []),
        ...(period === null ? [] : [period]),
      ])
      if (!cells.has(key)) cells.set(key, cell)
      else if (!unread.has(line)) {
        unread.add(line)
        tell(line, 'csvTwice')
      }
    }
  }
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
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
      unread: unread.size,
      cellAt: (codes) => cells.get(JSON.stringify(codes)) ?? null,
    },
  }
}

function periodOf(name: string): { content: string; period: string } | null {
  const match = periodAtEnd.exec(name)
  return match?.[2] && isPeriodText(match[2]) ? { content: (match[1] ?? '').trim(), period: match[2] } : null
}

/**
 * Where the values of a table begin that has no periods in its head: the columns at its end of which most fields are numbers or signs, as
 * long as what stands before them still tells most rows apart. A column of ages is all numbers too, and without it rows repeat.
 */
function firstValueColumn(head: readonly string[], body: readonly { cells: string[] }[]): number {
  let from = head.length - 1
  const holdsNumbers = (column: number) => {
    const filled = body.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '')
    return filled.filter((cell) => signs.has(cell) || numberLike.test(cell)).length * 2 >= filled.length
  }
  const holdsPeriods = (column: number) => body.every(({ cells }) => isPeriodText(cells[column] ?? ''))
  const tellsApart = (columns: number) =>
    new Set(body.map(({ cells }) => JSON.stringify(cells.slice(0, columns)))).size * 2 > body.length
  while (from > 1 && holdsNumbers(from - 1) && !holdsPeriods(from - 1) && tellsApart(from - 1)) from -= 1
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

const decimal = new RegExp(`^${minus}\\d+([.,])\\d+$`)
const inDoubt = new RegExp(`^${minus}[1-9]\\d{0,2}[.,]\\d{3}$`)

/** The decimal sign of a table, told by the first number that can have but one; null where none does. */
function decimalSign(body: readonly { cells: string[] }[], from: number): DecimalSign | null {
  for (const { cells } of body) {
    for (const cell of cells.slice(from)) {
      const match = decimal.exec(cell)
      if (match && !inDoubt.test(cell)) return match[1] as DecimalSign
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
