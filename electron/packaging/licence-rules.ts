/** Which licences may ship with Fyr, and which words of a package say that they hold. */

/** Licences that ask for no more than their own text to go along. Anything else, copyleft or unknown, stops the build of the notices. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'Zlib',
  // SQLite's own words in place of a licence: https://spdx.org/licenses/blessing.html
  'blessing',
])

/**
 * The licence that an SPDX expression leaves us with: of alternatives the first that is allowed, of parts all of them.
 *
 * @throws Error where none is, or where what is said is no expression.
 */
export function licenceOf(name: string, said: unknown): string {
  if (typeof said !== 'string' || said.trim() === '') throw new Error(`${name} does not say what licence it has.`)
  const chosen = chosenOf(said.trim())
  if (chosen === null) throw new Error(`${name} has the licence ${said}, which may not ship.`)
  return chosen
}

function chosenOf(expression: string): string | null {
  const [any, every] = [split(expression, ' OR '), split(expression, ' AND ')]
  if (any.length > 1) return any.map(chosenOf).find((one) => one !== null) ?? null
  if (every.length > 1) {
    const parts = every.map(chosenOf)
    return parts.includes(null) ? null : parts.join(' AND ')
  }
  const within = /^\((.*)\)$/.exec(expression)?.[1]
  if (within !== undefined) return chosenOf(within.trim())
  return allowed.has(expression) ? expression : null
}

/** An expression at a word outside of brackets. */
function split(expression: string, word: string): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at < expression.length; at++) {
    if (expression[at] === '(') depth++
    if (expression[at] === ')') depth--
    if (depth > 0 || !expression.startsWith(word, at)) continue
    parts.push(expression.slice(from, at))
    from = at + word.length
  }
  return [...parts, expression.slice(from)].map((part) => part.trim())
}
