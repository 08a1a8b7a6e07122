import type { settings as nb } from '../nb/settings.ts'
import type { Translated } from '../translated.ts'

export const settings: Translated<typeof nb> = {
  backup: { done: 'The backup {{name}} is saved and checked.' },
}
