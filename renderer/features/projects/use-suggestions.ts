import type { Option } from '#renderer/components/select.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemType } from '#shared/domain/records/agenda-item.ts'

const offered = 20
const meetingsAsked = 12
/** Items that are about something; the others are the frame of a meeting. */
const matters: readonly ItemType[] = ['decision', 'election', 'information', 'reference', 'discussion']

/** Items that are not decided yet: those on the agendas of coming meetings, and those that wait in a queue. */
export function useOpenItemSuggestions() {
  const client = useClient()
  const format = useFormat()
  const t = useT()
  return async (text: string): Promise<readonly Option[]> => {
    const [meetings, queue] = await Promise.all([
      client.ask('meetings.list', {
        filter: { from: today(), statuses: ['planned', 'noticeSent'] },
        direction: 'asc',
        limit: meetingsAsked,
      }),
      client.ask('agendaItems.queue', {}),
    ])
    const agendas = await Promise.all(
      (meetings.ok ? meetings.value.rows : []).map(({ id }) => client.ask('meetings.open', { id })),
    )
    const onAgenda = agendas.flatMap((reply) => {
      if (!reply.ok) return []
      const { meeting, body, items } = reply.value
      const detail = t('projects.overview.decisionIn', { body: body.name, day: format.day(meeting.startsOn) })
      return items
        .map(({ item }) => item)
        .filter(({ type, status }) => status === 'pending' && matters.some((one) => one === type))
        .map(({ id, title }) => ({ key: id, label: title, detail }))
    })
    const waiting = (queue.ok ? queue.value : []).map(({ id, title, bodyName: body }) => ({
      key: id,
      label: title,
      detail: t('projects.overview.decisionInQueue', { body }),
    }))
    const typed = text.trim().toLocaleLowerCase()
    return [...onAgenda, ...waiting].filter(({ label }) => label.toLocaleLowerCase().includes(typed)).slice(0, offered)
  }
}

/** Commitments that no project has yet, found by partner or words. */
export function useFreeCommitmentSuggestions() {
  const client = useClient()
  return async (text: string): Promise<readonly Option[]> => {
    const reply = await client.ask('commitments.list', { filter: { text: text.slice(0, 200) }, limit: 100 })
    if (!reply.ok) return []
    return reply.value.rows
      .filter(({ projectId }) => projectId === null)
      .slice(0, offered)
      .map(({ id, title, partnerName }) => ({ key: id, label: title, detail: partnerName }))
  }
}
