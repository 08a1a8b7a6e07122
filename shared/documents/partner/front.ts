/** The head of a partner's page: who it is, what kind of partner, and how the agreement stands. */
import { cleanLine } from '../clean-text.ts'
import { facts } from '../meeting/blocks.ts'
import type { PartnerPaper } from '../partner-paper.ts'
import { type Block, heading, sentence } from '../word/blocks.ts'
import type { PartnerWords } from './words.ts'

/** Kicker, the partner's name as Heading 1, the day, and the facts. The built-in style "Title" is not read as a heading (uutilsynet). */
export function partnerHead(paper: PartnerPaper, words: PartnerWords): Block[] {
  const { t, day } = words
  const { partner, partnership } = paper
  const contacts = paper.people.filter(({ isContact }) => isContact).map(({ name }) => name)
  return [
    sentence(partnership.name, 'PaperKicker'),
    heading(1, partner.name),
    sentence(
      `${t(`codes.partnerType.${partner.partnerType}`)} · ${t('partners.doc.asOf', { day: day(paper.today) })}`,
      'PaperSubtitle',
    ),
    ...facts([
      [t('partners.doc.fact.status'), t(`codes.partnerStatus.${partner.status}`)],
      [t('partners.doc.fact.joined'), day(partner.joinedOn)],
      [t('partners.doc.fact.left'), partner.leftOn && day(partner.leftOn)],
      [
        t('partners.doc.fact.signed'),
        partner.agreementSignedOn === null ? t('partners.doc.fact.notSigned') : day(partner.agreementSignedOn),
      ],
      [t('partners.doc.fact.valid'), validity(partner, words)],
      [t('partners.doc.fact.contact'), contacts.join(', ')],
    ]),
  ]
}

function validity(partner: PartnerPaper['partner'], words: PartnerWords): string | null {
  const { t, day } = words
  const { agreementValidFrom: from, agreementValidTo: to } = partner
  if (from === null && to === null) return null
  if (to === null) return t('partners.doc.fact.validFrom', { from: from && day(from) })
  const valid =
    from === null
      ? t('partners.doc.fact.validTo', { to: day(to) })
      : t('partners.doc.fact.validBoth', { from: day(from), to: day(to) })
  const ends = agreementEnds(partner, words)
  return ends === null ? valid : `${valid}. ${ends}`
}

/** "The agreement ends in 40 days."; null where it has no end. */
export function agreementEnds(
  { agreementEndsInDays: days }: Pick<PartnerPaper['partner'], 'agreementEndsInDays'>,
  { t, number }: PartnerWords,
): string | null {
  if (days === null) return null
  if (days === 0) return t('partners.doc.ends.today')
  const told = { count: Math.abs(days), number: number(Math.abs(days)) }
  return days > 0 ? t('partners.doc.ends.in', told) : t('partners.doc.ends.ago', told)
}

/** Who made the page from the data of which day, and where the reader may turn. */
export function partnerSender(paper: PartnerPaper, { t, dayOfInstant }: PartnerWords): Block[] {
  const { contactName, contactEmail } = paper.partnership
  const reach = [contactName, contactEmail].filter((part) => part !== null).map(cleanLine)
  return [
    sentence(
      [
        `${t('partners.doc.fact.madeBy')}: ${paper.madeBy}`,
        `${t('partners.doc.fact.dataAsOf')}: ${dayOfInstant(paper.dataAsOf)}`,
        ...(reach.length === 0 ? [] : [`${t('documents.cover.contact')}: ${reach.join(', ')}`]),
      ].join(' · '),
      'Byline',
    ),
  ]
}
