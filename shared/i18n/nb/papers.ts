import { meetingPapers } from './meeting-papers.ts'

export const papers = {
  title: 'Dokumenter',
  /** Words of the documents themselves. */
  doc: meetingPapers,
  file: {
    draft: 'utkast',
    redacted: 'offentlig utgave',
  },
  mail: {
    subject: '{{paper}}: {{body}} {{day}} kl. {{time}}',
    greeting: 'Hei,',
    lead: 'Du innkalles til møte i {{body}} {{day}} kl. {{time}}. Papirene ligger ved, og møtet kan legges rett i kalenderen.',
    place: 'Sted: {{place}}',
    link: 'Lenke: {{link}}',
    absence:
      'Meld forfall så snart som mulig ved å svare på denne e-posten. Meld også fra på forhånd hvis du kan være inhabil i en sak.',
  },
}
