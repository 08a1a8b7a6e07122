/** How many lines a paragraph takes: greedy, as word processors break text that is not justified and has no hyphens but soft ones. */
import { type UnitWidths, unitWidth } from './font-metrics.ts'

/** Lengths in twips (1/20 point), from the left edge of the text. */
export interface Measure {
  readonly size: number /** In half points. */
  readonly widths: UnitWidths
  readonly width: number
  /** Where the first line starts, and where the others do. */
  readonly first: number
  readonly rest: number
  /** A tab stop where text goes on. */
  readonly leftStop: number | null
  /** Text after a tab ends at the right edge, as a page number in the contents does. */
  readonly rightStop: boolean
}

const [tab, space] = [9, 32]
const [hyphen, enDash, emDash] = [0x2d, 0x2013, 0x2014]
const softHyphen = 0xad
const defaultStop = 720
/** So that a line which fits to the last twip is not broken by the rounding of fractions. */
const tolerance = 1e-6

/** Lines of a text that may hold tabs and line breaks; at least one, since an empty paragraph is as high as a line. */
export function countLines(text: string, measure: Measure): number {
  if (!text.includes('\n')) return linesOfPart(text, measure)
  return text
    .split('\n')
    .reduce(
      (sum, part, index) => sum + linesOfPart(part, index === 0 ? measure : { ...measure, first: measure.rest }),
      0,
    )
}

function linesOfPart(text: string, measure: Measure): number {
  const { widths } = measure
  // Widths are counted in the font's own unit, 1/2048 of its size, so that no character is multiplied.
  const unit = (measure.size * 10) / 2048
  const limit = measure.width / unit + tolerance
  const rest = measure.rest / unit
  let position = measure.first / unit
  let lines = 1
  let started = false
  const nextLine = () => {
    lines += 1
    position = rest
    started = false
  }
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code === space) {
      // Spaces hang over the edge at the end of a line.
      position += unitWidth(space, widths)
      at += 1
    } else if (code === tab) {
      at += 1
      if (measure.rightStop) {
        if (position + widthOf(text, at, endOfPart(text, at), widths) > limit && started) nextLine()
        // What follows is set against the edge, so it fits.
        return lines
      }
      const stop = nextStop(position * unit, measure)
      if (stop > measure.width && started) nextLine()
      else position = stop / unit
      started = true
    } else {
      const end = endOfWord(text, at)
      const width = widthOf(text, at, end, widths)
      if (position + width + hyphenAt(text, end, limit - position - width, widths) > limit && started) nextLine()
      if (position + width <= limit) position += width
      else {
        // A word wider than the line is cut where the edge is.
        for (let unitAt = at; unitAt < end; unitAt += 1) {
          const one = unitWidth(text.charCodeAt(unitAt), widths)
          if (position + one > limit && started) nextLine()
          position += one
          started = true
        }
      }
      started = true
      at = end
    }
  }
  return lines
}

function nextStop(position: number, { leftStop, rest }: Measure): number {
  const stops = [leftStop, rest].filter((stop) => stop !== null && stop > position + tolerance)
  return stops.length > 0 ? Math.min(...(stops as number[])) : (Math.floor(position / defaultStop) + 1) * defaultStop
}

function endOfPart(text: string, from: number): number {
  const end = text.indexOf('\t', from)
  return end === -1 ? text.length : end
}

function isDigitOrHyphen(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === hyphen
}

/** A word ends before a space or tab and after a hyphen or dash, but `2026–2027` is one word. */
function endOfWord(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === space || code === tab) return at
    at += 1
    if (code === softHyphen) return at
    if ((code === hyphen || code === enDash || code === emDash) && !isDigitOrHyphen(text.charCodeAt(at))) return at
  }
  return at
}

/** Width of the hyphen that is seen where a line ends at a soft one; none where the rest of its word fits into the `room` after it. */
function hyphenAt(text: string, end: number, room: number, widths: UnitWidths): number {
  if (text.charCodeAt(end - 1) !== softHyphen) return 0
  let rest = 0
  for (let from = end; from < text.length && rest <= room; ) {
    const to = endOfWord(text, from)
    rest += widthOf(text, from, to, widths)
    if (to === from || text.charCodeAt(to - 1) !== softHyphen) break
    from = to
  }
  return rest <= room ? 0 : unitWidth(hyphen, widths)
}

function widthOf(text: string, from: number, to: number, widths: UnitWidths): number {
  let width = 0
  for (let at = from; at < to; at += 1) width += unitWidth(text.charCodeAt(at), widths)
  return width
}
