import type { meetings as nb } from '../nb/meetings.ts'
import type { Translated } from '../translated.ts'

export const meetings: Translated<typeof nb> = {
  title: 'Sammanträden',
  /** The decision that postponing an item, or sending it back, writes by itself. */
  settled: {
    postponement: 'Ärendet bordläggs.',
    referralBack: 'Ärendet återremitteras.',
  },
  /** Why an item has no quorum, by the body's rule. */
  quorum: {
    moreThanHalf:
      'Av {{seats}} röstberättigade kan {{voters}} rösta i ärendet, men det krävs mer än hälften: {{needed}}. Kalla in en ersättare, eller bordlägg ärendet.',
    atLeastHalf:
      'Av {{seats}} röstberättigade kan {{voters}} rösta i ärendet, men det krävs minst hälften: {{needed}}. Kalla in en ersättare, eller bordlägg ärendet.',
    number:
      'Det krävs {{needed}} röstberättigade, men {{voters}} kan rösta i ärendet. Kalla in en ersättare, eller bordlägg ärendet.',
  },
}
