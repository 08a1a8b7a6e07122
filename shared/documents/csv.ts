/** A table as CSV that the spreadsheets of Norway and Sweden open by a double click: UTF-8 with its mark, semicolons, CRLF. */
import { cleanText } from './clean-text.ts'

/** Text that a spreadsheet would read as a formula. */
const formula = /^[\s]*[=+\-@]/

/** @param rows the header first. Every cell in quotes; text that begins as a formula does gets an apostrophe. */
export function csvBytes(rows: readonly (readonly (string | null)[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(cellOf).join(';'))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function cellOf(value: string | null): string {
  const text = cleanText(value ?? '')
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
