/**
 * The one place where text from people is made fit for a document. The writers' own libraries disagree on what they
 * drop, keep and misread (a NUL, a lone surrogate, the seven characters `_x0041_`, 40,000 characters in a cell),
 * so nothing reaches them that has not been through here.
 */

/** Excel's limit for one cell, in UTF-16 units. */
export const longestCellText = 32_767

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g
/** Left-to-right and right-to-left override: they make text read otherwise than it is stored. Isolates stay. */
const overrides = /[\u202d\u202e]/g
const lineEnds = /\r\n?|\u0085|\u2028|\u2029/g
/** What a spreadsheet reads as an escaped character (ECMA-376 part 1, 22.4.2.4). */
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g

/**
 * Text that any XML document can carry: line ends as `\n`, no control characters but tab and line feed, no directional
 * overrides, lone surrogates replaced by U+FFFD. Everything else is kept, whatever its length.
 */
export function cleanText(text: string): string {
  return text.replace(lineEnds, '\n').replace(unwritable, '').replace(overrides, '').toWellFormed()
}

/** Clean text on one line: every run of white space is one space. For headings, names and properties. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/**
 * Longest paragraph in a Word document, in UTF-16 units. Laying out very long paragraphs is slow: a million characters took
 * 86 seconds in one paragraph and 32 in pieces of this length.
 */
const longestParagraph = 3000

/**
 * Clean text as paragraphs: one for each line that says anything. Empty text gives no paragraph. A line that no one can have
 * meant as one paragraph is parted at a space; nothing of it is lost.
 */
export function paragraphsOf(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap(pieces)
}

function pieces(line: string): string[] {
  const parts: string[] = []
  let from = 0
  while (line.length - from > longestParagraph) {
    const space = line.lastIndexOf(' ', from + longestParagraph)
    const hard = from + longestParagraph - (/[\ud800-\udbff]/.test(line.charAt(from + longestParagraph - 1)) ? 1 : 0)
    const to = space > from ? space : hard
    parts.push(line.slice(from, to))
    from = space > from ? space + 1 : hard
  }
  return [...parts, line.slice(from)].filter((part) => part !== '')
}

/**
 * Clean text for a spreadsheet cell. Text longer than a cell holds is cut before `cutMark`, which says so in words;
 * a surrogate pair is never split. The limit counts what the reader sees, so escapes are added after the cut.
 */
export function cellText(text: string, cutMark: string): string {
  const clean = cleanText(text)
  const fitting =
    clean.length <= longestCellText
      ? clean
      : clean.slice(0, longestCellText - cutMark.length).replace(/[\ud800-\udbff]$/, '') + cutMark
  return fitting.replace(escapeLike, '_x005F_')
}
