/** Lines of a text that say anything, without the white space around them; none of null. */
export function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What a text is called by: its first line, at most `most` characters; ends in "…" where the text goes on. */
export function firstLine(text: string, most = 120): string {
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  return line.length < text.length || line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line
}
