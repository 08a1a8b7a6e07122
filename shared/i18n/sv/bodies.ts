import type { bodies as nb } from '../nb/bodies.ts'
import type { Translated } from '../translated.ts'

export const bodies: Translated<typeof nb> = {
  title: 'Organ',
}
