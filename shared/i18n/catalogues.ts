/** Every language's words. The window's bundle has `renderer/lib/loaded-catalogues.ts` in its place, which holds those that were loaded. */
import type { Language } from '../domain/values.ts'
import { en } from './en/index.ts'
import { nb } from './nb/index.ts'
import { sv } from './sv/index.ts'
import type { Translated } from './translated.ts'

export type Words = Translated<typeof nb>
export const catalogues: Readonly<Record<Language, Words>> = { nb, sv, en }
