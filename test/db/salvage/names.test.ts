import { expect, it } from 'vitest'
import { type Lookup, nameOfLost } from '#db/salvage/names.ts'

const known: Record<string, ReturnType<Lookup>> = {
  company: { entity: 'companies', fields: { name: 'Fjordby Plast AS' } },
  person: { entity: 'persons', fields: { givenName: 'Kari', familyName: 'Berg' } },
  body: { entity: 'bodies', fields: { name: 'Styret' } },
  meeting: { entity: 'meetings', fields: { bodyId: 'body', startsOn: '2026-03-12', title: null } },
  // Each needs the other for its name.
  round: { entity: 'attachments', fields: { visitId: 'visit', supersedesId: 'round' } },
}
const lookup: Lookup = (id) => known[id]

it('calls a record by its name, or by what it belongs to and its day', () => {
  expect(nameOfLost('partners', { name: 'Sarpsborg kommune' }, lookup, 'nb')).toBe('Sarpsborg kommune')
  expect(nameOfLost('visits', { companyId: 'company', visitedOn: '2026-03-12' }, lookup, 'nb')).toBe(
    'Fjordby Plast AS, 12.03.2026',
  )
  expect(nameOfLost('visits', { companyId: 'company', visitedOn: '2026-03-12' }, lookup, 'sv')).toBe(
    'Fjordby Plast AS, 2026-03-12',
  )
  expect(nameOfLost('attendances', { meetingId: 'meeting', personId: 'person' }, lookup, 'sv')).toContain('Kari Berg')
  expect(nameOfLost('visitPlans', { year: 2026 }, lookup, 'en')).toBe('2026')
})

it('says nothing of what nothing is known of, and comes to an end where records name each other', () => {
  expect(nameOfLost('visits', { companyId: 'gone' }, lookup, 'nb')).toBeNull()
  expect(nameOfLost(null, {}, lookup, 'nb')).toBeNull()
  expect(nameOfLost('attachments', { supersedesId: 'round' }, lookup, 'nb')).toBeNull()
})
