/** Puts a partner's page together from the database, as plain data (`shared/documents/partner-paper.ts`). */
import type { PartnerPaper } from '#shared/documents/partner-paper.ts'
import { isCurrent } from '#shared/domain/affiliation-rules.ts'
import { daysBetween } from '#shared/domain/days.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { affiliationsOf } from './repositories/affiliations.ts'
import { commitmentsOfPartner } from './repositories/commitments.ts'
import { allYearsOf } from './repositories/give-and-take.ts'
import { newestDataStamp } from './repositories/packages.ts'
import { paperCommitments } from './repositories/paper-commitments.ts'
import { instantOf } from './stamp.ts'
import { read, readAll, type Store } from './store.ts'

/**
 * A partner's page to bring to a talk with them: agreement, the people who are there now, every commitment (those that are not
 * public too: the paper is the partner's own; of evidence only what is public), overdue first, and the sums of each year.
 *
 * @throws ProblemError `notFound` where the partner is gone.
 */
export function assemblePartnerPaper(
  store: Store,
  id: Id,
  language: Language,
  by: { readonly today: Day; readonly madeBy: string },
): PartnerPaper {
  const partner = read(store, 'partners', id)
  const [partnership] = readAll(store, 'partnership', 'id')
  if (!partnership) throw new Error('a file without a partnership')
  const { today, madeBy } = by
  const rows = commitmentsOfPartner(store, id, today).sort((a, b) => b.daysOverdue - a.daysOverdue)
  return {
    format: 'fyr-partner-paper',
    formatVersion: 1,
    language,
    partnership: {
      name: partnership.name,
      country: partnership.country,
      contactName: partnership.contactName,
      contactEmail: partnership.contactEmail,
    },
    partner: {
      name: partner.name,
      partnerType: partner.partnerType,
      status: partner.status,
      joinedOn: partner.joinedOn,
      leftOn: partner.leftOn,
      agreementSignedOn: partner.agreementSignedOn,
      agreementValidFrom: partner.agreementValidFrom,
      agreementValidTo: partner.agreementValidTo,
      agreementEndsInDays: partner.agreementValidTo === null ? null : daysBetween(today, partner.agreementValidTo),
    },
    people: affiliationsOf(store, id)
      .filter((place) => isCurrent(place, today))
      .map(({ personName, roleTitle, isContact }) => ({ name: personName, roleTitle, isContact })),
    commitments: paperCommitments(store, rows, { language, withConfidential: false }),
    totals: allYearsOf(store, id).map(({ partnerId: _, ...total }) => total),
    today,
    dataAsOf: instantOf(newestDataStamp(store)),
    madeBy,
  }
}
