/** A typed name as given and family names: the last word is the family's, and a comma turns it round. */
export function splitName(typed: string): { givenName: string; familyName: string } {
  const words = typed.trim().replaceAll(/\s+/g, ' ')
  const comma = words.indexOf(',')
  if (comma > 0) return { familyName: words.slice(0, comma).trim(), givenName: words.slice(comma + 1).trim() }
  const last = words.lastIndexOf(' ')
  return last < 0
    ? { givenName: words, familyName: '' }
    : { givenName: words.slice(0, last), familyName: words.slice(last + 1) }
}
