/** How wide and how high the typefaces of documents are. */
import type { DocumentFont } from '../../../domain/records/partnership.ts'
import { arial } from './widths/arial.ts'
import { calibri } from './widths/calibri.ts'
import { verdana } from './widths/verdana.ts'

/** Widths in 1/2048 of the font's size, by UTF-16 unit below `tableEnd`. */
export type UnitWidths = Uint16Array
export interface FontMetrics {
  /** Ascent, descent and gap: how high a line is for each unit of the font's size. */
  readonly lineHeight: number
  readonly regular: UnitWidths
  readonly bold: UnitWidths
}

/** The tables hold the printable characters from U+0020 to U+017F, then these. */
const others = [
  0x218, 0x219, 0x21a, 0x21b, 0x2009, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e, 0x2022,
  0x2026, 0x202f, 0x2030, 0x2039, 0x203a, 0x20ac, 0x2122, 0x2190, 0x2192, 0x2212, 0x2248, 0x2264, 0x2265,
]
const codes = [...range(0x20, 0x7e), ...range(0xa0, 0x17f), ...others]
const digit = 0x30
/** Characters of scripts like Chinese are as wide as high. */
const square = 2048
const tableEnd = 0x2300
/** A hyphen where a word may break; seen only there, so it takes no room. */
const softHyphen = 0xad

// Ascent, descent and gap of each font's `hhea` table, which Word and LibreOffice go by.
const fonts = {
  Calibri: { given: calibri, lineHeight: (1536 + 512 + 452) / 2048 },
  Arial: { given: arial, lineHeight: (1854 + 434 + 67) / 2048 },
  Verdana: { given: verdana, lineHeight: (2059 + 430) / 2048 },
}
const known = new Map<DocumentFont, FontMetrics>()

/** The measures of a typeface, made once. */
export function metricsOf(font: DocumentFont): FontMetrics {
  const { given, lineHeight } = fonts[font]
  const metrics = known.get(font) ?? { lineHeight, regular: tableOf(given.regular), bold: tableOf(given.bold) }
  known.set(font, metrics)
  return metrics
}

/** Width of one UTF-16 unit. Each half of a pair counts a half, so that an emoji is as wide as high. */
export function unitWidth(code: number, widths: UnitWidths): number {
  if (code < tableEnd) return widths[code] ?? square
  return code >= 0xd800 && code <= 0xdfff ? square / 2 : square
}

/** A character that the table does not hold counts as a digit. */
function tableOf(text: string): UnitWidths {
  const widths = text.trim().split(/\s+/).map(Number)
  const unknown = widths[codes.indexOf(digit)] ?? square
  const table = new Uint16Array(tableEnd).fill(unknown)
  table.fill(square, 0x1100, 0x2000)
  codes.forEach((code, index) => {
    table[code] = widths[index] ?? unknown
  })
  table[softHyphen] = 0
  return table
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
