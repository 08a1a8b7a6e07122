/**
 * One i18next instance per language, for documents, the command line and the screens alike. Keys are typed by the
 * Norwegian catalogue; plurals use i18next's `_one`/`_other`, blanks are `{{name}}`.
 */
import { createInstance, type TFunction } from 'i18next'
import type { Language } from '../domain/values.ts'
import { catalogues, type Words } from './catalogues.ts'
import type { nb } from './nb/index.ts'

export { catalogues, type Words }
export type Translate = TFunction

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof nb }
  }
}

const translators = new Map<Language, Translate>()

/** The words of some language that is loaded: for its keys, which are the same in all. */
export function someWords(): Words {
  // In a window that is just starting not all of them are there.
  const found = Object.values(catalogues)[0]
  if (!found) throw new Error('No words are loaded yet')
  return found
}

/** The translate function of a language; made once, synchronous. A window must have loaded the language before (renderer/lib/load-words.ts). */
export function translator(language: Language): Translate {
  const known = translators.get(language)
  if (known) return known
  const words: Words | undefined = catalogues[language]
  if (!words) throw new Error(`The words of ${language} are not loaded`)
  const instance = createInstance()
  instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: words } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  const translate = withKnown(instance.t)
  translators.set(language, translate)
  return translate
}

/** Texts without blanks are looked up once: a workbook of 100,000 rows asks for its codes some 500,000 times. */
function withKnown(translate: Translate): Translate {
  const known = new Map<unknown, unknown>()
  return new Proxy(translate, {
    apply(target, self, given: unknown[]) {
      if (given.length > 1 && given[1] !== undefined) return Reflect.apply(target, self, given)
      const text = known.get(given[0]) ?? Reflect.apply(target, self, given)
      known.set(given[0], text)
      return text
    },
  })
}

/** The BCP 47 tag of a language: `nb-NO`, `sv-SE`, `en-GB`. */
export function localeOf(language: Language): string {
  return { nb: 'nb-NO', sv: 'sv-SE', en: 'en-GB' }[language]
}
