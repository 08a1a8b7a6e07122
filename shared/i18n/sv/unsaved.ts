import type { unsaved as nb } from '../nb/unsaved.ts'
import type { Translated } from '../translated.ts'

/** Documents that were made and could not be saved where the user said. */
export const unsaved: Translated<typeof nb> = {
  title: 'Dokument som inte är sparade',
  waits: '{{name}} ({{size}}) är klar och väntar här tills du stänger partnerskapets fil.',
  again: 'Försök igen',
  elsewhere: 'Spara på en annan plats …',
  letGo: 'Släng',
  saved: '{{name}} är sparad.',
}
