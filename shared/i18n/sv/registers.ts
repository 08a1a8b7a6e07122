import type { registers as nb } from '../nb/registers.ts'
import type { Translated } from '../translated.ts'

export const registers: Translated<typeof nb> = {
  title: 'Register',
}
