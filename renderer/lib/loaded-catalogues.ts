/** Takes the place of `shared/i18n/catalogues.ts` in the window's bundle (renderer/vite.config.ts): empty until `load-words.ts` has filled it. */
import type { Language } from '#shared/domain/values.ts'
import type { Words } from '#shared/i18n/catalogues.ts'

export const catalogues: Partial<Record<Language, Words>> = {}
