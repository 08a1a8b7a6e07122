/** The body's meetings of the year: when and where, how much was treated, how many were there. */
import type { AnnualPart } from '../../annual-snapshot.ts'
import { hasMeetings } from '../../meeting-parts.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { Words } from '../../words.ts'
import { type Block, heading, sentence, table } from '../blocks.ts'

type Meeting = AnnualPart['meetings'][number]

/** Starts a page of its own. None where the body holds no meetings, nor in a package that tells nothing of a year. */
export function meetingsHeldSection(snapshot: Snapshot, words: Words): Block[] {
  const { annual, body } = snapshot
  if (annual === null || !hasMeetings(snapshot)) return []
  const { t, number, share, day } = words
  const { meetings } = annual
  const title = heading(2, t('documents.annual.meetings.heading'), { pageBreakBefore: true })
  if (meetings.length === 0) return [title, sentence(t('documents.annual.meetings.none'))]
  const all = (key: 'members' | 'present') => meetings.reduce((sum, meeting) => sum + meeting[key], 0)
  return [
    title,
    sentence(
      t('documents.annual.meetings.lead', {
        count: meetings.length,
        body: body.name,
        number: number(meetings.length),
        share: share(all('present'), all('members')),
      }),
      'Lead',
    ),
    ...table(
      [
        { header: t('documents.annual.meetings.meeting'), width: 1.9 },
        { header: t('documents.annual.meetings.day'), width: 1.5 },
        { header: t('documents.annual.meetings.place'), width: 2.5 },
        { header: t('documents.annual.meetings.cases'), width: 1.15, number: true },
        { header: t('documents.annual.meetings.decisions'), width: 1.2, number: true },
        { header: t('documents.annual.meetings.attendance'), width: 2 },
      ],
      meetings.map((meeting) => [
        nameLines(meeting, words),
        day(meeting.heldOn),
        meeting.place ?? '–',
        number(meeting.cases),
        number(meeting.decisions),
        attendance(meeting, words),
      ]),
    ),
    sentence(t('documents.annual.meetings.note')),
  ]
}

/** A meeting with a name of its own says by it what kind it is. */
function nameLines({ number, kind, title }: Meeting, { t }: Words): string[] {
  if (title !== null) return [number, title]
  return kind === 'ordinary' ? [number] : [number, t(`codes.meetingKind.${kind}`)]
}

function attendance({ present, members, deputies }: Meeting, { t, number, share }: Words): string[] {
  return [
    t('documents.annual.meetings.present', {
      present: number(present),
      members: number(members),
      share: share(present, members),
    }),
    ...(deputies === 0 ? [] : [t('documents.annual.meetings.deputies', { count: deputies, number: number(deputies) })]),
  ]
}
