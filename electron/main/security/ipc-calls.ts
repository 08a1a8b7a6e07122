/** The largest call: 25 MB of attachment as base64, with room for the rest. */
const largest = 45 * 1024 * 1024
const deepest = 50

/**
 * True for what the preload sends: the name of an operation and plain data of no more than 45 MB. What the operation takes is checked
 * against its schema by the dispatcher; this keeps what no schema is made for from being copied to the worker. Checklist 17.
 */
export function isCall(given: readonly unknown[]): given is readonly [name: string, input: unknown] {
  const [name, input] = given
  return given.length === 2 && typeof name === 'string' && /^[a-zA-Z]{1,40}\.[a-zA-Z]{1,40}$/.test(name) && fits(input)
}

/** Counts characters, values and keys, and stops at the limit. */
function fits(input: unknown): boolean {
  let left = largest
  const take = (value: unknown, depth: number): boolean => {
    left -= typeof value === 'string' ? value.length : 8
    if (left < 0 || depth > deepest) return false
    if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return true
    if (Array.isArray(value)) {
      // By its length: an array may be all holes, four billion of them, which cost the page nothing.
      left -= value.length
      return left >= 0 && value.every((it) => take(it, depth + 1))
    }
    if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false
    return Object.entries(value).every(([key, it]) => take(key, depth) && take(it, depth + 1))
  }
  return take(input, 0)
}
