import type { unsaved as nb } from '../nb/unsaved.ts'
import type { Translated } from '../translated.ts'

/** Documents that were made and could not be saved where the user said. */
export const unsaved: Translated<typeof nb> = {
  title: 'Documents that are not saved',
  waits: '{{name}} ({{size}}) is made and waits here until you close the partnership’s file.',
  again: 'Try again',
  elsewhere: 'Save somewhere else…',
  letGo: 'Discard',
  saved: '{{name}} is saved.',
}
