/** Gathers what a check finds: once per rule and place, in the order of the rules and of the document. */
import type { DocumentFinding } from '../../domain/records/document-finding.ts'

type Rule = DocumentFinding['rule']
/** Places told for one rule; the rest are told together, so that a document wrong from end to end gives a list that can be read. */
const mostPlaces = 20
const longestPlace = 120

export class Findings {
  readonly #places = new Map<Rule, Map<string | null, number>>()

  add(rule: Rule, where: string | null, count = 1): void {
    if (count < 1) return
    const places = this.#places.get(rule) ?? new Map<string | null, number>()
    this.#places.set(rule, places)
    const line = where?.replace(/\s+/g, ' ').trim() || null
    const short = line === null || line.length <= longestPlace ? line : `${line.slice(0, longestPlace - 1).trimEnd()}…`
    const place = places.has(short) || places.size < mostPlaces ? (short?.toWellFormed() ?? null) : null
    places.set(place, (places.get(place) ?? 0) + count)
  }

  list(order: readonly Rule[]): DocumentFinding[] {
    return order.flatMap((rule) =>
      [...(this.#places.get(rule) ?? [])].map(([where, count]) => ({ rule, where, count })),
    )
  }
}
