import type { meetings as nb } from '../nb/meetings.ts'
import type { Translated } from '../translated.ts'

export const meetings: Translated<typeof nb> = {
  title: 'Sammanträden',
}
