/** The body and the partnership in an annual report: who sat, who came and left, which partners there are. */
import type { AnnualPart } from '../../annual-snapshot.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { Words } from '../../words.ts'
import { type Block, bullets, type Column, heading, sentence, table } from '../blocks.ts'

type Seat = AnnualPart['seats'][number]

/** Starts a page of its own. None in a package that tells nothing of a year. */
export function organisationSection({ annual, body }: Snapshot, words: Words): Block[] {
  if (annual === null) return []
  const { t } = words
  const deputies = annual.seats.filter(({ role }) => role === 'deputy')
  const others = annual.seats.filter(({ role }) => role === 'observer' || role === 'secretary')
  const members = annual.seats.filter((seat) => !deputies.includes(seat) && !others.includes(seat))
  return [
    heading(2, t('documents.annual.organisation.heading', { body: body.name }), { pageBreakBefore: true }),
    heading(3, t('documents.annual.organisation.members')),
    ...(members.length === 0 ? [sentence(t('documents.annual.organisation.none'))] : seatTable(members, words)),
    ...(deputies.length === 0
      ? []
      : [heading(3, t('documents.annual.organisation.deputies')), ...seatTable(deputies, words)]),
    ...(others.length === 0
      ? []
      : [heading(3, t('documents.annual.organisation.others')), ...seatTable(others, words)]),
    ...(annual.secretary === null
      ? []
      : [sentence(t('documents.annual.organisation.secretary', { name: annual.secretary }))]),
    ...(annual.seats.length === 0 ? [] : changes(annual, words)),
    ...partners(annual, words),
  ]
}

function seatTable(seats: readonly Seat[], { t, day }: Words): Block[] {
  const columns: Column[] = [
    { header: t('documents.annual.organisation.name'), width: 2.6 },
    { header: t('documents.annual.organisation.role'), width: 1.8 },
    { header: t('documents.annual.organisation.represents'), width: 2.6 },
    { header: t('documents.annual.organisation.term'), width: 2.2 },
  ]
  return table(
    columns,
    seats.map(({ name, role, represents, party, termFrom, termTo, deputyFor }) => [
      name,
      [
        t(`codes.memberRole.${role}`),
        ...(deputyFor === null ? [] : [t('documents.annual.organisation.deputyFor', { name: deputyFor })]),
      ],
      [represents, party].filter((part) => part !== null).join(', '),
      termTo === null
        ? t('documents.annual.organisation.since', { day: day(termFrom) })
        : t('documents.annual.organisation.span', { from: day(termFrom), to: day(termTo) }),
    ]),
  )
}

function changes({ changes: told }: AnnualPart, { t, day }: Words): Block[] {
  return [
    heading(3, t('documents.annual.organisation.changes')),
    ...(told.length === 0
      ? [sentence(t('documents.annual.organisation.noChanges'))]
      : bullets(
          told.map(({ on, kind, name, role }) =>
            t(`documents.annual.organisation.${kind}`, {
              day: day(on),
              name,
              role: t(`codes.memberRole.${role}`).toLocaleLowerCase(),
            }),
          ),
        )),
  ]
}

function partners({ partners: active, partnersLeft }: AnnualPart, { t, day, number }: Words): Block[] {
  return [
    heading(3, t('documents.annual.organisation.partners')),
    ...(active.length === 0
      ? [sentence(t('documents.annual.organisation.noPartners'))]
      : [
          sentence(
            t('documents.annual.organisation.partnersLead', { count: active.length, number: number(active.length) }),
          ),
          ...table(
            [
              { header: t('documents.annual.organisation.partner'), width: 4 },
              { header: t('documents.annual.organisation.type'), width: 2.4 },
              { header: t('documents.annual.organisation.joinedOn'), width: 2.4 },
            ],
            active.map(({ name, type, joinedOn, joinedInPeriod }) => [
              name,
              t(`codes.partnerType.${type}`),
              joinedInPeriod ? t('documents.annual.organisation.isNew', { day: day(joinedOn) }) : day(joinedOn),
            ]),
          ),
        ]),
    ...(partnersLeft.length === 0
      ? []
      : [
          sentence(t('documents.annual.organisation.partnersLeft'), undefined, { keepNext: true }),
          ...bullets(
            partnersLeft.map(({ name, leftOn }) =>
              t('documents.annual.organisation.partnerLeft', { name, day: day(leftOn) }),
            ),
          ),
        ]),
  ]
}
