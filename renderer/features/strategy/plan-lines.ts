/** A list of texts as it is typed: one on each line. A text that holds line ends of its own is shown on one line. */
export function textOf(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.map((line) => line.replaceAll(/\s*\n\s*/g, ' ')).join('\n')
}

/** What was typed as a list: a text for each line, blank ones left out. */
export function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
