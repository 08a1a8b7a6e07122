/** What a link says of where it leads. */

/** Words that say nothing out of their sentence, as a list of links is read aloud. */
const saysNothing = new Set([
  ...['her', 'klikk her', 'trykk her', 'se her', 'les mer', 'les mer her', 'mer', 'lenke', 'lenken', 'denne lenken'],
  ...['här', 'klicka här', 'tryck här', 'se här', 'läs mer', 'läs mer här', 'länk', 'länken', 'denna länk'],
  ...['here', 'click here', 'read more', 'read more here', 'more', 'learn more', 'link', 'this link', 'see here'],
])

/** True of a text that tells where a link leads: no bare address, no "here". */
export function describes(text: string): boolean {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/[.:!…»>→]+$/, '')
    .trim()
  return /[\p{L}\p{N}]/u.test(plain) && !saysNothing.has(plain) && !/^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S*$/.test(plain)
}
