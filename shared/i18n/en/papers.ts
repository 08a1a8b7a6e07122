import type { papers as nb } from '../nb/papers.ts'
import type { Translated } from '../translated.ts'
import { meetingPapers } from './meeting-papers.ts'

export const papers: Translated<typeof nb> = {
  title: 'Papers',
  /** Words of the documents themselves. */
  doc: meetingPapers,
  file: {
    draft: 'draft',
    redacted: 'public version',
  },
  mail: {
    subject: '{{paper}}: {{body}} {{day}} at {{time}}',
    greeting: 'Hello,',
    lead: 'You are called to the meeting of {{body}} on {{day}} at {{time}}. The papers are attached, and the meeting can be put straight into your calendar.',
    place: 'Place: {{place}}',
    link: 'Link: {{link}}',
    absence:
      'Tell us of absence as soon as possible by answering this message. Tell us beforehand as well if you may be disqualified in an item.',
  },
}
