import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'

/** What stands at the name of a body when another has it already: allowed, since a body may follow one of the same name, but told. */
export function useSameName(name: string, ownId: string | null = null): string | undefined {
  const t = useT()
  const bodies = useOperation('bodies.list', {}).data ?? []
  const folded = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase()
  const same = bodies.some((body) => body.id !== ownId && folded(body.name) === folded(name))
  return same && name.trim() !== '' ? t('bodies.sameName') : undefined
}
