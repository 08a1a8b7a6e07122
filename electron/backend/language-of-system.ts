import type { Language } from '#shared/domain/values.ts'

/** The first of the preferred languages that Fyr speaks; Norwegian in all its forms reads bokmål, anything else English. */
export function languageOfSystem(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split(/[-_]/)[0]
    if (base === 'nb' || base === 'nn' || base === 'no') return 'nb'
    if (base === 'sv' || base === 'en') return base
  }
  return 'en'
}
