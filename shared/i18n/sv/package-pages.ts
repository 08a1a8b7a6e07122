import type { packagePages as nb } from '../nb/package-pages.ts'
import type { Translated } from '../translated.ts'

/** The pages of a board package on screen, before it is made or sent. */
export const packagePages: Translated<typeof nb> = {
  open: 'Förhandsgranska sidorna',
  title: 'Sidorna i paketet',
  tools: 'Sidor och storlek',
  before: 'Föregående sida',
  after: 'Nästa sida',
  goTo: 'Gå till sida',
  where: 'sida {{page}} av {{count}}',
  smaller: 'Mindre',
  larger: 'Större',
  keys: 'Bläddra med Page Up och Page Down. Home visar första sidan, End den sista.',
  gone: 'Sidorna är inte längre de senaste. Gör dem på nytt.',
  failed: 'Sidorna kunde inte visas. Ladda ner Word-filen och titta på den där.',
}
