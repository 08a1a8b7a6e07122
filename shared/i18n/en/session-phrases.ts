import type { sessionPhrases as nb } from '../nb/session-phrases.ts'
import type { Translated } from '../translated.ts'

export const sessionPhrases: Translated<typeof nb> = {
  opened: { name: 'Meeting opened', text: 'The chair opened the meeting at [[time]] and welcomed those present.' },
  callApproved: {
    name: 'Notice and agenda approved',
    text: 'The notice and the agenda were approved without remarks.',
  },
  previousApproved: {
    name: 'Previous minutes approved',
    text: 'The minutes of the meeting on [[date]] were approved.',
  },
  presented: { name: 'Information given', text: '[[Name]] informed the meeting about [[subject]].' },
  noted: { name: 'Information noted', text: 'The information was noted.' },
  debated: { name: 'Item discussed', text: 'The item was discussed. It was noted that [[main point]].' },
  disqualified: {
    name: 'Disqualification',
    text: '[[Name]] declared a possible disqualification, left and took no part in the item.',
  },
  proposed: { name: 'Proposal put', text: '[[Name]] proposed [[proposal]].' },
  asProposed: { name: 'As proposed', text: 'The proposed decision was adopted unanimously.' },
  postponed: { name: 'Item postponed', text: 'The item was postponed to [[meeting]] because [[reason]].' },
  closedDoors: {
    name: 'Meeting closed to the public',
    text: 'The meeting was closed to the public at [[time]] under [[legal ground]].',
  },
  adjourned: { name: 'Meeting adjourned', text: 'The meeting was adjourned at [[time]].' },
}
