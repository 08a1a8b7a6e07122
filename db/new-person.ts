import type { z } from 'zod'
import { checkPersonalData, proposedReviewBy } from '#shared/domain/person-rules.ts'
import type { Person, personChanges } from '#shared/domain/records/person.ts'
import { type Context, today } from './context.ts'
import { filled, refuseIfWrong } from './handlers/checking.ts'
import { readAll } from './store.ts'

type Given = z.infer<typeof personChanges> & Pick<Person, 'givenName' | 'familyName'>
type NewPerson = Omit<Person, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

/**
 * A person as they come into the register: collected today, to be looked at again after the partnership's months (36 unless said).
 * @throws ProblemError `invalid` on what breaks the rules of personal data; fields are named after `prefix`.
 */
export function newPerson(context: Context, given: Given, prefix = ''): NewPerson {
  const day = today(context)
  const months = readAll(context.store, 'partnership', 'id')[0]?.retentionMonths ?? 36
  const person = filled<NewPerson>(
    {
      familyName: given.familyName,
      givenName: given.givenName,
      organisationId: null,
      roleTitle: null,
      email: null,
      phone: null,
      language: null,
      basisNote: null,
      collectedFrom: null,
      lawfulBasis: 'contract',
      reviewBy: proposedReviewBy(given.collectedOn ?? day, months),
      status: 'active',
      collectedOn: day,
    },
    given,
  )
  refuseIfWrong(checkPersonalData(person, { today: day }), prefix)
  return person
}
