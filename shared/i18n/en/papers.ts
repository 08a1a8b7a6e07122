import type { papers as nb } from '../nb/papers.ts'
import type { Translated } from '../translated.ts'

export const papers: Translated<typeof nb> = {
  title: 'Papers',
}
