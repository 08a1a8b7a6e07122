import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePartnerOptions, usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { followUpFields, followUpStatuses } from '#shared/domain/records/follow-up.ts'
import { themes } from '#shared/domain/records/visit.ts'

const fieldNames = Object.keys(followUpFields) as (keyof typeof followUpFields)[]

/** Everything that happened to the follow-up, in words rather than codes and ids. */
export function FollowUpHistory({ followUp }: { readonly followUp: OutputOf<'followUps.open'> }) {
  const t = useT()
  const format = useFormat()
  const persons = usePersonOptions()
  const partners = usePartnerOptions()
  function fieldName(field: string): string | undefined {
    const known = fieldNames.find((one) => one === field)
    return known && t(`followUps.fields.${known}`)
  }
  function fieldValue(field: string, value: unknown): string | undefined {
    if (typeof value !== 'string') return undefined
    const status = followUpStatuses.find((one) => one === value)
    const theme = themes.find((one) => one === value)
    if (field === 'status' && status) return t(`codes.followUpStatus.${status}`)
    if (field === 'theme' && theme) return t(`codes.theme.${theme}`)
    if (field === 'ownerId') return persons.nameOf(value)
    if (field === 'forwardedToId') return partners.nameOf(value)
    if (field === 'dueOn' || field === 'answeredCompanyOn') return format.day(value)
    return undefined
  }
  return <HistoryPanel entity="followUps" id={followUp.id} fieldName={fieldName} fieldValue={fieldValue} />
}
