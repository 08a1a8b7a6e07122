/** Two versions of a plan side by side: what was kept, changed, added and taken out. */
import { type Kind, type NamesOf, type Node, type PlanContent, type Shown, treeOf, within } from './plan-tree.ts'
import type { Strategy } from './records/goal.ts'
import type { Id } from './values.ts'

export interface ComparedRow {
  readonly kind: Kind
  readonly change: 'same' | 'changed' | 'added' | 'removed'
  /** Depth in the tree: 0 = the plan itself. */
  readonly level: number
  readonly fromCode: string | null
  readonly toCode: string | null
  readonly fromTitle: string | null
  readonly toTitle: string | null
  readonly fromId: Id | null
  readonly toId: Id | null
  readonly fields: { field: string; from: Shown; to: Shown }[]
}
/**
 * Rows in the order of the tree of `to`, what was taken out after the sibling that it followed. How things stand (status, adoption,
 * label and place of a version) is not compared, only what the plans say. Areas, goals and activities are paired by `previousOf`,
 * which gives the part that one came of, through versions between; the older plan may be either. Strategies and sections carry no such
 * tie: under a pair (or in the plan) those with the same words are one, then strategies at the same place, and sections with the same lines.
 */
export function comparePlans(
  from: PlanContent,
  to: PlanContent,
  previousOf: (id: Id) => Id | null,
  names: NamesOf,
): ComparedRow[] {
  const pairs = pairsOf(from, to, previousOf)
  const before = treeOf(from, names, (id) => id)
  // What a part of `to` names is compared as the part of `from` that it came of.
  const after = treeOf(to, names, (id) => pairs.get(id) ?? id)
  const rows: ComparedRow[] = []
  const partner = new Map([...pairs].map(([toId, fromId]) => [fromId, toId]))
  const old = new Map(within(before).map((node) => [node.id, node]))
  const walk = (a: Node | null, b: Node | null, level: number) => {
    const node = b ?? a
    if (!node) return
    rows.push(rowOf(node, a, b, level))
    const order: { a: Node | null; b: Node | null }[] = (b?.children ?? []).map((child) => ({
      a: old.get(pairs.get(child.id) ?? '') ?? null,
      b: child,
    }))
    let place = 0
    for (const child of a?.children ?? []) {
      const there = order.findIndex((one) => one.a?.id === child.id)
      if (there >= 0) place = there + 1
      else if (!partner.has(child.id)) order.splice(place++, 0, { a: child, b: null })
    }
    for (const one of order) walk(one.a, one.b, level + 1)
  }
  walk(before, after, 0)
  return rows
}

function rowOf(node: Node, a: Node | null, b: Node | null, level: number): ComparedRow {
  const fields =
    a && b
      ? Object.entries(b.values).flatMap(([field, { key, shown }]) => {
          const was = a.values[field]
          return JSON.stringify(was?.key ?? null) === JSON.stringify(key ?? null)
            ? []
            : [{ field, from: was?.shown ?? null, to: shown }]
        })
      : []
  const change = a === null ? 'added' : b === null ? 'removed' : fields.length > 0 ? 'changed' : 'same'
  return {
    kind: node.kind,
    change,
    level,
    fromCode: a?.code ?? null,
    toCode: b?.code ?? null,
    fromTitle: a?.title ?? null,
    toTitle: b?.title ?? null,
    fromId: a?.id ?? null,
    toId: b?.id ?? null,
    fields,
  }
}

/** Id in `to` → id in `from` of the same part. */
function pairsOf(from: PlanContent, to: PlanContent, previousOf: (id: Id) => Id | null): Map<Id, Id> {
  const pairs = new Map([[to.plan.id, from.plan.id]])
  const taken = new Set<Id>()
  // A part split in two goes on as the first of them.
  const tie = (toId: Id | null, fromId: Id | null) => {
    if (toId === null || fromId === null || pairs.has(toId) || taken.has(fromId)) return
    pairs.set(toId, fromId)
    taken.add(fromId)
  }
  for (const kind of ['areas', 'goals', 'activities'] as const) {
    const [there, here] = [new Set(from[kind].map(({ id }) => id)), new Set(to[kind].map(({ id }) => id))]
    for (const id of here) tie(id, ancestorIn(id, there, previousOf))
    for (const id of there) tie(ancestorIn(id, here, previousOf), id)
  }
  pairTexts(pairs, from.strategies, to.strategies, strategyHome, ({ text }) => text)
  pairTexts(pairs, from.strategies, to.strategies, strategyHome, (_one, place) => String(place))
  pairTexts(pairs, from.sections, to.sections, noHome, ({ title }) => title)
  pairTexts(pairs, from.sections, to.sections, noHome, ({ lines }) => JSON.stringify(lines))
  return pairs
}

const strategyHome = ({ goalId, focusAreaId }: Strategy) => goalId ?? focusAreaId
const noHome = () => null

/** The nearest part that one came of among some; null where none of them is. */
export function ancestorIn(id: Id, among: ReadonlySet<Id>, previousOf: (id: Id) => Id | null): Id | null {
  const seen = new Set([id])
  for (let at = previousOf(id); at !== null && !seen.has(at); at = previousOf(at)) {
    if (among.has(at)) return at
    seen.add(at)
  }
  return null
}

/** Pairs parts of the same home that have the same key, each once; those paired already are left. */
function pairTexts<T extends { readonly id: Id }>(
  pairs: Map<Id, Id>,
  from: readonly T[],
  to: readonly T[],
  home: (one: T) => Id | null,
  keyOf: (one: T, place: number) => string,
): void {
  const places = (list: readonly T[], homeOf: (one: T) => Id | null) => {
    const counts = new Map<Id | null, number>()
    return list.map((one) => {
      const place = counts.get(homeOf(one)) ?? 0
      counts.set(homeOf(one), place + 1)
      return { id: one.id, key: `${homeOf(one)}\n${keyOf(one, place)}` }
    })
  }
  const taken = new Set(pairs.values())
  const free = places(from, home).filter(({ id }) => !taken.has(id))
  for (const { id, key } of places(to, (one) => pairs.get(home(one) ?? '') ?? home(one))) {
    const at = pairs.has(id) ? -1 : free.findIndex((one) => one.key === key)
    const [twin] = at < 0 ? [] : free.splice(at, 1)
    if (twin) pairs.set(id, twin.id)
  }
}
