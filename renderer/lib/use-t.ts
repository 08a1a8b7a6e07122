import { createContext, useContext } from 'react'
import type { Language } from '#shared/domain/values.ts'
import { type Translate, translator } from '#shared/i18n/translator.ts'

const LanguageContext = createContext<Language>('nb')
export const LanguageProvider = LanguageContext.Provider

/** The language of the screen. */
export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** Translates into the language of the screen; a new language redraws without a reload. */
export function useT(): Translate {
  return translator(useLanguage())
}

/** The first of the system's languages that Fyr speaks; English otherwise. */
export function systemLanguage(tags: readonly string[] = navigator.languages): Language {
  for (const tag of tags) {
    const language = tag.toLowerCase().split('-')[0]
    if (language === 'nb' || language === 'no' || language === 'nn') return 'nb'
    if (language === 'sv' || language === 'en') return language
  }
  return 'en'
}
