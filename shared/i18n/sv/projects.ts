import type { projects as nb } from '../nb/projects.ts'
import type { Translated } from '../translated.ts'

export const projects: Translated<typeof nb> = {
  title: 'Projekt',
  areas: 'Delar av projekten',
}
