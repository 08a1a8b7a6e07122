/** The words of a language are some 350 kB: the window starts with those that it shows, the others come when nothing else is to be done. */
import { use, useEffect, useState } from 'react'
import { type Language, languages } from '#shared/domain/values.ts'
import type { Words } from '#shared/i18n/catalogues.ts'
import { catalogues } from '#shared/i18n/translator.ts'

/** In tests they are there from the start, all of them. */
const loaded: Partial<Record<Language, Words>> = catalogues
const files: Readonly<Record<Language, () => Promise<Words>>> = {
  nb: async () => (await import('#shared/i18n/nb/index.ts')).nb,
  sv: async () => (await import('#shared/i18n/sv/index.ts')).sv,
  en: async () => (await import('#shared/i18n/en/index.ts')).en,
}
const underWay = new Map<Language, Promise<void>>()

/** Resolves when `translator(language)` can be called. A load that failed is tried again by the next call. */
export function loadWords(language: Language): Promise<void> {
  const before = underWay.get(language)
  if (before) return before
  const load = async () => {
    loaded[language] ??= await files[language]()
  }
  const promise = load().catch((cause: unknown) => {
    underWay.delete(language)
    throw cause
  })
  underWay.set(language, promise)
  return promise
}

/** For a part that speaks another language than the window: waits for its words, with whatever stands in for the screen meanwhile. */
export function useWords(language: Language): void {
  if (!loaded[language]) use(loadWords(language))
}

/** The wanted language once its words are there; until then the one before, so that nothing is blank or torn. */
export function useLoadedLanguage(wanted: Language): Language {
  const [ready, setReady] = useState(wanted)
  const isLoaded = loaded[wanted] !== undefined
  useEffect(() => {
    let asked = true
    loadWords(wanted).then(
      () => asked && setReady(wanted),
      () => {},
    )
    return () => {
      asked = false
    }
  }, [wanted])
  return isLoaded ? wanted : ready
}

/** Loads the languages that are not on screen, when the browser has nothing else to do. */
export function loadOtherWords(): void {
  const later = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 1000))
  later(() => {
    for (const language of languages) loadWords(language).catch(() => {})
  })
}
