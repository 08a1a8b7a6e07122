import { useOperation } from '#renderer/lib/use-query.ts'

/**
 * The grid is asked for by plan, goal or indicators. Without these it shows the first so many by code; where there are more, what is
 * searched for is looked for among all of them: in codes and titles, and in the names of their regions.
 */
export function useEveryIndicator(wanted: object, text: string) {
  const isAll = Object.keys(wanted).length === 0
  const first = useOperation('indicators.list', { limit: most }, { enabled: isAll })
  const areMore = isAll && first.data?.next != null
  const search = areMore && text !== ''
  const named = useOperation(
    'indicators.list',
    { limit: most, filter: { text: text.slice(0, 200) } },
    { enabled: search, keepPrevious: true },
  )
  // A letter or two begin the names of half the regions there are.
  const searchRegions = search && text.length > 2
  const regions = useOperation('regions.find', { text: text.slice(0, 100), limit: 30 }, { enabled: searchRegions })
  const regionCodes = searchRegions ? (regions.data ?? []).map(({ code }) => code) : []
  const there = useOperation(
    'indicators.list',
    { limit: most, filter: { regionCodes } },
    { enabled: regionCodes.length > 0, keepPrevious: true },
  )
  if (!search) return { isAll, everyOne: first, areMore }
  const found = new Map(
    [named, ...(regionCodes.length > 0 ? [there] : [])]
      .flatMap(({ data }) => data?.rows ?? [])
      .map((row) => [row.id, row]),
  )
  return {
    isAll,
    everyOne: { data: named.data && { rows: [...found.values()].slice(0, most) }, error: named.error ?? there.error },
    areMore: named.data?.next != null || (regionCodes.length > 0 && there.data?.next != null) || found.size > most,
  }
}
/** As many indicators as the grid is asked for at once. */
const most = 200
