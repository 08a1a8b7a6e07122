import { numberSpan } from '#shared/documents/meeting/items.ts'
import { standing } from '#shared/documents/meeting/paper-facts.ts'
import { addDays } from '#shared/domain/days.ts'
import type { PaperPart } from './meeting-paper-view.tsx'
import { PaperFacts, PaperTable } from './paper-table.tsx'

const appealDays = 21

/** Who makes the minutes final: chair, adjusters, secretary; in Sweden also the announcement and how to appeal. */
export function Signatures({ paper, words }: PaperPart) {
  const { t, day, form, isPublic } = words
  const { body, minutes, meeting } = paper
  const chosen = minutes?.adjusters ?? []
  const has = (role: string) => chosen.some((one) => one.role === role)
  const roles = {
    chair: t('codes.attendanceRole.chair'),
    adjuster: t('papers.doc.sign.adjuster'),
    secretary: t('codes.attendanceRole.secretary'),
  }
  const unsigned = (role: keyof typeof roles, name: string | null | undefined) =>
    has(role) || !name ? [] : [{ name, role, verdict: null, decidedOn: null, place: null }]
  const rows = [
    ...unsigned('chair', meeting?.chair),
    ...chosen.filter(({ role }) => role !== 'secretary'),
    ...chosen.filter(({ role }) => role === 'secretary'),
    ...unsigned('secretary', meeting?.secretary),
  ]
  const announced = minutes?.announcedOn ?? null
  return (
    <>
      <h2>{form === 'SE' ? t('papers.doc.sign.headingSe') : t('papers.doc.sign.heading')}</h2>
      {body.adjustmentRule === 'approvedInNextMeeting' && (
        <p>{minutes?.status === 'approved' ? standing(paper, words) : t('papers.doc.sign.nextMeeting')}</p>
      )}
      {body.adjustmentRule === 'signedInMeeting' && <p>{t('papers.doc.sign.inMeeting')}</p>}
      <PaperFacts
        facts={[
          [form === 'SE' ? t('papers.doc.sign.sections') : t('papers.doc.sign.items'), numberSpan(paper.items)],
          [t('papers.doc.sign.adjustedOn'), minutes?.approvedOn ? day(minutes.approvedOn) : null],
        ]}
      />
      {rows.length > 0 && (
        <PaperTable
          form
          columns={[
            t('papers.doc.person.name'),
            t('papers.doc.person.role'),
            t('papers.doc.sign.placeAndDay'),
            t('papers.doc.sign.signature'),
          ]}
          rows={rows.map((one) => [
            one.name,
            roles[one.role],
            one.verdict === null ? '' : [one.place, one.decidedOn && day(one.decidedOn)].filter(Boolean).join(', '),
            one.verdict === null
              ? ''
              : t(one.verdict === 'approved' ? 'papers.doc.sign.electronically' : 'papers.doc.sign.refused'),
          ])}
        />
      )}
      {form === 'SE' && isPublic && (
        <>
          <h2>{t('papers.doc.board.heading')}</h2>
          <p>{t('papers.doc.board.text')}</p>
          <PaperFacts
            facts={[
              [t('papers.doc.board.up'), announced ? day(announced) : t('papers.doc.board.open')],
              [
                t('papers.doc.board.down'),
                announced ? day(addDays(announced, appealDays + 1)) : t('papers.doc.board.open'),
              ],
            ]}
          />
          <h2>{t('papers.doc.appeal.heading')}</h2>
          <p>{t('papers.doc.appeal.text')}</p>
          <p>
            {announced
              ? t('papers.doc.appeal.periodUntil', { day: day(addDays(announced, appealDays)) })
              : t('papers.doc.appeal.period')}
          </p>
        </>
      )}
    </>
  )
}
