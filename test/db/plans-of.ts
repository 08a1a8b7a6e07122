import type { Store } from '#db/store.ts'

/** Runs the work on the store and gives SQLite's plan of every statement that it ran. */
export function plansOf(store: Store, work: (store: Store) => unknown): string[] {
  const texts: string[] = []
  const db = new Proxy(store.db, {
    get(target, key) {
      if (key === 'prepare') {
        return (text: string) => {
          texts.push(text)
          return target.prepare(text)
        }
      }
      return Reflect.get(target, key, target)
    },
  })
  work({ ...store, db })
  return texts.flatMap((text) => {
    const nulls = Array((text.match(/\?/g) ?? []).length).fill(null)
    const named = Object.fromEntries([...text.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]))
    const given = Object.keys(named).length > 0 ? [...nulls, named] : nulls
    return (store.db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...given) as { detail: string }[]).map(
      (row) => row.detail,
    )
  })
}
