import { type Checked, good, refusal } from '#shared/domain/checked.ts'

/** The accent of documents while nobody has chosen another. */
export const fyrsBlue = '#0B4A6F'

/** Reads a colour as people write it: with or without #, three characters or six, in any case. Empty = Fyr's blue. */
export function readColour(text: string): Checked<string | null> {
  const written = text.trim()
  if (written === '') return good(null)
  const [, parts] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(written) ?? []
  if (parts === undefined) return refusal('notAColour')
  const six = parts.length === 3 ? [...parts].map((part) => part + part).join('') : parts
  return good(`#${six.toUpperCase()}`)
}
