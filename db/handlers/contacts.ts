import { invalid, problem } from '#shared/contract/problem.ts'
import { checkPersonalData, proposedReviewBy } from '#shared/domain/person-rules.ts'
import type { Contact } from '#shared/domain/records/contact.ts'
import { accessReport } from '../access-report.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { anonymousName, eraseContact, mentionsOf, sweepErased } from '../erasure.ts'
import { lastVisitedOn } from '../repositories/companies.ts'
import { countDueForReview, dueForReview, visitsNaming } from '../repositories/contacts.ts'
import { read } from '../store.ts'
import { filled, languageOf, partnershipOf, refuseIfWrong, revised } from './checking.ts'

/** More than anybody looks through in a sitting; what is done makes room for the next. */
const listedForReview = 200

/** The contact, unless nothing about it may be changed any more. @throws ProblemError `refused`. */
function changeable(context: Context, id: string): Contact {
  const contact = read(context.store, 'contacts', id)
  if (contact.status === 'anonymised') throw problem('refused', 'problems.anonymised')
  return contact
}

/** Anonymising is an operation of its own, since it can't be undone. */
function refuseAnonymised(status: Contact['status'] | undefined, prefix = ''): void {
  if (status === 'anonymised') throw invalid({ [`${prefix}status`]: { key: 'problems.field.anonymiseInstead' } })
}

export const contactHandlers: AreaHandlers<'contacts'> = {
  'contacts.add': (input, context) => {
    refuseAnonymised(input.status)
    read(context.store, 'companies', input.companyId)
    const collectedOn = input.collectedOn ?? today(context)
    const visited = lastVisitedOn(context.store, input.companyId)
    const lastActivity = visited !== null && visited > collectedOn ? visited : collectedOn
    const contact = filled<Omit<Contact, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>>(
      {
        companyId: input.companyId,
        familyName: input.familyName,
        givenName: input.givenName,
        roleTitle: null,
        email: null,
        phone: null,
        language: null,
        lawfulBasis: 'legitimateInterest',
        collectedOn,
        collectedInId: null,
        reviewBy: proposedReviewBy(lastActivity, partnershipOf(context.store).retentionMonths),
        objectedOn: null,
        status: 'active',
      },
      input,
    )
    refuseIfWrong(checkPersonalData(contact, { today: today(context), language: languageOf(context) }))
    return change(context, (write) => write.insert('contacts', { id: context.newId(), ...contact }))
  },
  'contacts.revise': ({ id, changes }, context) => {
    const contact = changeable(context, id)
    refuseAnonymised(changes.status, 'changes.')
    refuseIfWrong(
      checkPersonalData(revised(contact, changes), { today: today(context), language: languageOf(context) }),
      'changes.',
    )
    if (changes.companyId !== undefined && changes.companyId !== contact.companyId) {
      const visits = visitsNaming(context.store, contact.companyId, id)
      // The visits were to the old company; whoever moves gets a contact of their own at the new one.
      if (visits > 0) {
        throw invalid({ 'changes.companyId': { key: 'problems.field.contactInVisits', params: { count: visits } } })
      }
    }
    return change(context, (write) => write.revise('contacts', id, changes))
  },
  'contacts.remove': ({ id }, context) => {
    change(context, (write) => write.remove('contacts', id))
    return {}
  },
  'contacts.dueForReview': ({ until }, { store }) => ({
    rows: dueForReview(store, until, listedForReview),
    count: countDueForReview(store, until),
  }),
  'contacts.countDueForReview': ({ until }, { store }) => countDueForReview(store, until),
  'contacts.mentions': ({ id }, { store }) =>
    mentionsOf(store, read(store, 'contacts', id)).map(({ text: _, ...mention }) => mention),
  'contacts.anonymise': ({ id, andText }, context) => {
    const contact = changeable(context, id)
    const name = anonymousName(partnershipOf(context.store).language)
    const erased = change(context, (write) => eraseContact(write, context.store, contact, name, andText))
    sweepErased(context.store)
    return erased
  },
  'contacts.accessExport': async ({ id }, context) => {
    const contact = read(context.store, 'contacts', id)
    const { language } = partnershipOf(context.store)
    const report = accessReport(context.store, contact, language, today(context))
    const saved = await context.files.save({
      name: report.fileName,
      kind: 'txt',
      bytes: Buffer.from(report.text, 'utf8'),
    })
    return saved && { fileId: saved.fileId, name: saved.name }
  },
}
