import type { Option } from '#renderer/components/select.tsx'
import { useClient } from './client.ts'
import { useT } from './use-t.ts'

const offered = 20

/** Projects as choices, found by words; the one at hand (`except`) is none of them. */
export function useProjectSuggestions(except: string | null = null) {
  const client = useClient()
  const t = useT()
  return async (text: string): Promise<readonly Option[]> => {
    const reply = await client.ask('projects.list', { filter: { text: text.slice(0, 200) }, limit: offered })
    if (!reply.ok) return []
    return reply.value.rows
      .filter(({ id }) => id !== except)
      .map(({ id, number, title, status }) => ({
        key: id,
        label: [number, title].filter(Boolean).join(' '),
        detail: t(`codes.projectStatus.${status}`),
      }))
  }
}
