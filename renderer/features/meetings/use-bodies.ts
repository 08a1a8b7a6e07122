import { useMemo } from 'react'
import type { Option } from '#renderer/components/select.tsx'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import type { Body } from '#shared/domain/records/body.ts'

interface Bodies {
  readonly pending: boolean
  readonly all: readonly Body[]
  /** Every body, by name. */
  readonly options: readonly Option[]
  /** Those that still meet. */
  readonly active: readonly Option[]
  readonly nameOf: (id: string) => string | undefined
}

/** The bodies of the partnership, as choices. */
export function useBodies(): Bodies {
  const bodies = useOperation('bodies.list', {})
  const format = useFormat()
  return useMemo(() => {
    const all = (bodies.data ?? []).toSorted((a, b) => format.compare(a.name, b.name))
    const now = today()
    const optionOf = (body: Body) => ({ key: body.id, label: body.name })
    return {
      pending: bodies.isPending,
      all,
      options: all.map(optionOf),
      active: all.filter(({ activeTo }) => activeTo === null || activeTo >= now).map(optionOf),
      nameOf: (id: string) => all.find((body) => body.id === id)?.name,
    }
  }, [bodies.data, bodies.isPending, format])
}
