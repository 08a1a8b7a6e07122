import type { Id } from '#shared/domain/values.ts'

/**
 * The fewest records that were moved to come from one order to another: those outside a longest run that kept its order. Records in one of
 * the two only are not counted; that they came or went moves none of the others.
 */
export function outOfOrder(then: ReadonlyMap<Id, number>, now: ReadonlyMap<Id, number>): Set<Id> {
  const kept = [...now].filter(([id]) => then.has(id)).sort(([, a], [, b]) => a - b)
  const places = kept.map(([id]) => then.get(id) ?? 0)
  // Length of the longest rising run that ends at each, and which one comes before it.
  const lengths = places.map(() => 1)
  const before = places.map(() => -1)
  for (let at = 1; at < places.length; at++) {
    for (let earlier = 0; earlier < at; earlier++) {
      const longer = (lengths[earlier] ?? 0) + 1
      if ((places[earlier] ?? 0) < (places[at] ?? 0) && longer > (lengths[at] ?? 0)) {
        lengths[at] = longer
        before[at] = earlier
      }
    }
  }
  const moved = new Set(kept.map(([id]) => id))
  let at = lengths.indexOf(Math.max(...lengths))
  while (at >= 0) {
    moved.delete(kept[at]?.[0] ?? '')
    at = before[at] ?? -1
  }
  return moved
}
