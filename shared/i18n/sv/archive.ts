import type { archive as nb } from '../nb/archive.ts'
import type { Translated } from '../translated.ts'

export const archive: Translated<typeof nb> = {
  title: 'Dokument',
}
