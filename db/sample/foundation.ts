import { likelyRules, presetOf } from '#shared/domain/body-presets.ts'
import { addDays, addMonths } from '#shared/domain/days.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Partner } from '#shared/domain/records/partner.ts'
import { plainLook } from '#shared/domain/records/partnership.ts'
import { foldQuery } from '#shared/domain/search-text.ts'
import type { Country, Language } from '#shared/domain/values.ts'
import { spreadTarget } from '#shared/domain/visit-plan.ts'
import type { Setting } from './setting.ts'

/** The partnership, its people, partners, bodies and sectors, on its first day. */
export function foundation({ source, random, from, add, visitsPerYear, years }: Setting) {
  const { partnership } = source
  const country = partnership.country as Country
  const language = partnership.language as Language
  const start = Date.parse(`${from}T06:00:00Z`)
  const sectorIds = source.sectors.map(() => random.id(start))
  const bodyIds = source.bodies.map(() => random.id(start))
  const partnerIds = source.partners.map(() => random.id(start))
  const ours = source.secretariat.map(() => random.id(start))
  const theirs = source.partners.map(() => random.id(start))
  const partnershipId = random.id(start)
  add(from, '06:00:00.000', (write) => {
    const [givenName = '', familyName = ''] = source.secretariat[0] ?? []
    write.insert('partnership', {
      id: partnershipId,
      name: partnership.name,
      country,
      language,
      orgNo: null,
      municipalityCode: partnership.municipalityCode,
      regionCodes: source.municipalities.map(({ code }) => code),
      contactName: `${givenName} ${familyName}`,
      contactEmail: partnership.contactEmail,
      retentionMonths: partnership.retentionMonths,
      visitTarget: visitsPerYear,
      notVisitedMonths: partnership.notVisitedMonths,
      smallestGroup: partnership.smallestGroup,
      ...plainLook,
    })
    source.sectors.forEach(({ nameNb, nameSv, nameEn }, position) => {
      write.insert('sectors', { id: sectorIds[position] ?? '', nameNb, nameSv, nameEn, position })
    })
    source.bodies.forEach(({ name, kind }, index) => {
      write.insert('bodies', {
        id: bodyIds[index] ?? '',
        name,
        kind: kind as Body['kind'],
        country,
        ...presetOf(likelyRules(country)),
        activeFrom: from,
        activeTo: null,
      })
    })
    source.partners.forEach(({ name, shortName, partnerType, municipalityCode }, index) => {
      write.insert('partners', {
        id: partnerIds[index] ?? '',
        name,
        shortName,
        orgNo: null,
        country,
        partnerType: partnerType as Partner['partnerType'],
        municipalityCode,
        joinedOn: from,
        leftOn: null,
        agreementSignedOn: from,
        agreementValidFrom: from,
        agreementValidTo: addDays(addMonths(from, 60), -1),
        status: 'active',
        note: null,
      })
    })
    const person = (id: string, [given = '', family = '', roleTitle]: readonly string[], partner: number | null) =>
      write.insert('persons', {
        id,
        givenName: given,
        familyName: family,
        organisationId: partner === null ? null : (partnerIds[partner] ?? null),
        roleTitle: roleTitle ?? null,
        email: `${foldQuery(given).join('.')}.${foldQuery(family).join('')}@partnerskapet.example`,
        phone: null,
        language,
        lawfulBasis: 'contract',
        basisNote: null,
        collectedFrom: null,
        collectedOn: from,
        reviewBy: addMonths(from, 60),
        status: 'active',
      })
    source.secretariat.forEach((entry, index) => void person(ours[index] ?? '', entry, null))
    source.partners.forEach((entry, index) => void person(theirs[index] ?? '', entry.person, index))
  })
  for (const year of years) {
    const id = random.id(Date.parse(`${year}-01-01T06:30:00Z`))
    add(`${year}-01-01`, '06:30:00.000', (write) => {
      write.insert('visitPlans', { id, year, target: visitsPerYear, distribution: spreadTarget(visitsPerYear) })
    })
  }
  return { sectorIds, bodyIds, partnerIds, ours, theirs }
}

/** The ids that what comes later refers to. */
export type Foundation = ReturnType<typeof foundation>
