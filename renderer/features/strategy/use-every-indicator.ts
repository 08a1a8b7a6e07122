import { useOperation } from '#renderer/lib/use-query.ts'

/**
 * The grid is asked for by plan, goal or indicators. Without these it shows the first so many by code; where there are more, what is
 * searched for is looked for among all of them.
 */
export function useEveryIndicator(wanted: object, text: string) {
  const isAll = Object.keys(wanted).length === 0
  const first = useOperation('indicators.list', { limit: 200 }, { enabled: isAll })
  const areMore = isAll && first.data?.next != null
  const search = areMore && text !== ''
  const found = useOperation(
    'indicators.list',
    { limit: 200, filter: { text: text.slice(0, 200) } },
    { enabled: search, keepPrevious: true },
  )
  return { isAll, everyOne: search ? found : first, areMore: areMore && (!search || found.data?.next != null) }
}
