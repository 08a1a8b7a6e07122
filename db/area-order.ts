import type { Id } from '#shared/domain/values.ts'
import type { Writer } from './changes.ts'
import { areasOf } from './repositories/plans.ts'
import { read } from './store.ts'

/**
 * Puts a focus area where the one of that number stands, last where none has it; the areas between move along. The numbers that the plan
 * uses stay, whether they have gaps or not: only who has which changes.
 */
export function moveArea(write: Writer, id: Id, number: number): void {
  const areas = areasOf(write, read(write, 'focusAreas', id).planId)
  const numbers = areas.map((area) => area.number)
  const others = areas.filter((area) => area.id !== id)
  const at = numbers.indexOf(number)
  const place = at < 0 ? others.length : at
  const order = [...others.slice(0, place).map((area) => area.id), id, ...others.slice(place).map((area) => area.id)]
  const now = new Map(areas.map((area) => [area.id, area.number]))
  for (const [index, areaId] of order.entries()) {
    const next = numbers[index]
    if (next !== undefined && now.get(areaId) !== next) write.revise('focusAreas', areaId, { number: next })
  }
}
