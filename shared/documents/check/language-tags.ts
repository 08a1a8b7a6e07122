const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const known = new Map<string, boolean>()

/** True of a well-formed BCP 47 tag whose language has a name: `nb-NO`, `sv`, not `xx-YY` or `norsk`. */
export function isLanguageTag(tag: string): boolean {
  const before = known.get(tag)
  if (before !== undefined) return before
  let is = false
  try {
    is = languages.of(new Intl.Locale(tag).language) !== undefined
  } catch {
    // Not well-formed: then it names no language.
  }
  if (known.size < 1000) known.set(tag, is)
  return is
}

/** The language without its region: `nb-NO` → `nb`. */
export function languageOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? ''
}
