import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { personName, usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import {
  confidentialities,
  interviewQuestions,
  themes,
  visitFields,
  visitFlags,
  visitTypes,
} from '#shared/domain/records/visit.ts'
import type { OpenVisit } from './visit-detail.tsx'

const fieldNames = Object.keys(visitFields) as (keyof typeof visitFields)[]
type Named = Exclude<keyof typeof visitFields, (typeof interviewQuestions)[number]>

/** Everything that happened to the visit, in words rather than codes and ids. */
export function VisitHistory({ open }: { readonly open: OpenVisit }) {
  const t = useT()
  const format = useFormat()
  const persons = usePersonOptions()
  const company = useOperation('companies.open', { id: open.visit.companyId })
  const contactName = (id: string) => {
    const contact = company.data?.contacts.find((one) => one.id === id)
    return contact ? personName(contact) : undefined
  }
  const question = (field: string) => interviewQuestions.find((one) => one === field)

  function fieldName(field: string): string | undefined {
    const asked = question(field)
    if (asked) return t(`codes.question.${asked}`)
    const known = fieldNames.find((one): one is Named => one === field && !question(one))
    return known && t(`visits.fields.${known}`)
  }
  function oneValue(field: string, value: string): string | undefined {
    const find = <K extends string>(list: readonly K[]) => list.find((one) => one === value)
    const [type, flag, theme, secrecy, asked] = [
      find(visitTypes),
      find(visitFlags),
      find(themes),
      find(confidentialities),
      question(value),
    ]
    if (field === 'type' && type) return t(`codes.visitType.${type}`)
    if (field === 'flags' && flag) return t(`codes.flag.${flag}`)
    if (field === 'themes' && theme) return t(`codes.theme.${theme}`)
    if (field === 'confidentiality' && secrecy) return t(`codes.confidentiality.${secrecy}`)
    if (field === 'notAnswered' && asked) return t(`codes.question.${asked}`)
    if (field === 'visitedOn' || field === 'nextVisitBy') return format.day(value)
    if (field === 'ourParticipantIds') return persons.nameOf(value) ?? t('visits.history.someone')
    if (field === 'theirParticipantIds') return contactName(value) ?? t('visits.history.someone')
    if (field === 'companyId')
      return value === open.visit.companyId ? open.companyName : t('visits.history.otherCompany')
    return undefined
  }
  function fieldValue(field: string, value: unknown): string | undefined {
    if (typeof value === 'string' && value !== '') return oneValue(field, value)
    if (Array.isArray(value) && value.length > 0)
      return value.map((one) => oneValue(field, String(one)) ?? String(one)).join(', ')
    if (field === 'coordinates' && value) return t('visits.history.position')
    return undefined
  }
  return <HistoryPanel entity="visits" id={open.visit.id} fieldName={fieldName} fieldValue={fieldValue} />
}
