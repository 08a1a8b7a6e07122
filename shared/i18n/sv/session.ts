import type { session as nb } from '../nb/session.ts'
import type { Translated } from '../translated.ts'

export const session: Translated<typeof nb> = {
  title: 'Sammanträdet',
}
