import { describe, expect, it } from 'vitest'
import { attachmentKinds } from '#shared/domain/records/attachment.ts'
import { bodyKinds } from '#shared/domain/records/body.ts'
import { lawfulBases } from '#shared/domain/records/common.ts'
import { companyStatuses, employeeBands, industryVersions } from '#shared/domain/records/company.ts'
import { contactStatuses } from '#shared/domain/records/contact.ts'
import { followUpStatuses } from '#shared/domain/records/follow-up.ts'
import { partnerStatuses, partnerTypes } from '#shared/domain/records/partner.ts'
import { personStatuses } from '#shared/domain/records/person.ts'
import { confidentialities, interviewQuestions, themes, visitFlags, visitTypes } from '#shared/domain/records/visit.ts'
import { countries, languages } from '#shared/domain/values.ts'
import { catalogues } from '#shared/i18n/translator.ts'

const lists: Record<keyof (typeof catalogues)['nb']['codes'], readonly string[]> = {
  partnerType: partnerTypes,
  partnerStatus: partnerStatuses,
  bodyKind: bodyKinds,
  employeesBand: employeeBands,
  companyStatus: companyStatuses,
  contactStatus: contactStatuses,
  personStatus: personStatuses,
  lawfulBasis: lawfulBases,
  visitType: visitTypes,
  confidentiality: confidentialities,
  flag: visitFlags,
  theme: themes,
  question: interviewQuestions,
  questionHint: interviewQuestions,
  followUpStatus: followUpStatuses,
  industryVersion: industryVersions,
  country: countries,
  language: languages,
  attachmentKind: attachmentKinds,
}

describe.each(languages)('labels in %s', (language) => {
  it.each(Object.keys(lists) as (keyof typeof lists)[])('%s has one for each of its codes and for no other', (list) => {
    const labels: Record<string, string> = catalogues[language].codes[list]
    expect(Object.keys(labels).sort()).toEqual([...lists[list]].sort())
    expect(Object.values(labels).filter((label) => label.trim() === '')).toEqual([])
    expect(new Set(Object.values(labels)).size).toBe(lists[list].length)
  })

  it('questions are put as questions', () => {
    expect(Object.values(catalogues[language].codes.questionHint).filter((hint) => !hint.endsWith('?'))).toEqual([])
  })
})
