import type { Option } from '#renderer/components/select.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'

/** Decisions as choices, found by words or number: what a commitment may rest on. */
export function useDecisionSuggestions() {
  const client = useClient()
  const format = useFormat()
  return async (text: string): Promise<readonly Option[]> => {
    const reply = await client.ask('decisions.list', { filter: { text: text.slice(0, 200) }, limit: 20 })
    if (!reply.ok) return []
    return reply.value.rows.map((one) => ({
      key: one.id,
      label: [one.numberText, one.itemTitle].filter(Boolean).join(' '),
      detail: `${one.bodyName}, ${format.day(one.decidedOn)}`,
    }))
  }
}

/** The decision that is chosen, by its name; null for none and while it is read. */
export function useDecisionOption(id: string | null): Option | null {
  const open = useOperation('decisions.open', { id: id ?? '' }, { enabled: id !== null })
  if (id === null) return null
  const found = open.data?.decision
  return { key: id, label: found ? [found.numberText, found.itemTitle].filter(Boolean).join(' ') : '…' }
}
