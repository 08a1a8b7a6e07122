/** Finds what is left of the Norwegian catalogue on a screen in another language. */
import type { Page } from 'playwright-core'
import { defaultSectors } from '#shared/domain/default-sectors.ts'
import { catalogues } from '#shared/i18n/translator.ts'

/** Every text in the page, spoken ones too: labels, placeholders, tooltips. */
export function textsShown(from: Page): Promise<string[]> {
  return from.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode
      // What a screen reader was told a while ago stays there for some seconds.
      if (!parentElement?.closest('[data-live-announcer]')) found.push(nodeValue ?? '')
    }
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt']) {
        found.push(element.getAttribute(name) ?? '')
      }
    }
    return [...new Set(found)]
  })
}
/** The words of a text, of three letters or more, in lower case. */
export const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []

/** The texts that hold a word which only the Norwegian catalogue has. `own`: words of the data, which nobody translates. */
export function norwegian(shown: readonly string[], language: 'sv' | 'en', own: ReadonlySet<string>): string[] {
  const sectors = defaultSectors.map((sector) => ({ sv: sector.nameSv, en: sector.nameEn })[language])
  const theirs = new Set(wordsIn([...leaves(catalogues[language]), ...sectors].join(' ')))
  const ours = new Set(wordsIn(leaves(catalogues.nb).join(' ')).filter((word) => !theirs.has(word) && !own.has(word)))
  return shown.filter((text) => wordsIn(text).some((word) => ours.has(word)))
}
function leaves(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  return node && typeof node === 'object' ? Object.values(node).flatMap(leaves) : []
}
