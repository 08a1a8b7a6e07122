import type { papers as nb } from '../nb/papers.ts'
import type { Translated } from '../translated.ts'
import { meetingPapers } from './meeting-papers.ts'

export const papers: Translated<typeof nb> = {
  title: 'Handlingar',
  /** Words of the documents themselves. */
  doc: meetingPapers,
  file: {
    draft: 'utkast',
    redacted: 'offentlig version',
  },
  mail: {
    subject: '{{paper}}: {{body}} {{day}} kl. {{time}}',
    greeting: 'Hej,',
    lead: 'Du kallas till sammanträde med {{body}} {{day}} kl. {{time}}. Handlingarna är bifogade och sammanträdet kan läggas direkt i kalendern.',
    place: 'Plats: {{place}}',
    link: 'Länk: {{link}}',
    absence:
      'Anmäl förhinder så snart som möjligt genom att svara på det här meddelandet. Anmäl också i förväg om du kan vara jävig i ett ärende.',
  },
}
