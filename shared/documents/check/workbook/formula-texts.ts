/** Formulas that were never meant as one: a text that began with `=`, `+`, `-` or `@`, or one that reaches out of the workbook. */

/** Functions by which a workbook asks other programs and machines. */
const reachesOut = /\b(webservice|filterxml|rtd|call|register(\.id)?|exec|dde\w*|import\w*|image|hyperlink)\s*\(/i

/** @param names of tables and named ranges in the workbook, in lower case. */
export function isTextAsFormula(formula: string, names: ReadonlySet<string>): boolean {
  // A link to a place in the workbook stays in it.
  const inside = formula.replace(/\bhyperlink\s*\(\s*"#/gi, 'LINK("#')
  const plain = inside.replace(/"[^"]*"/g, '')
  if (reachesOut.test(plain) || plain.includes('|') || /(^|[^\w\]])\[\d+\]|\[[^\]]*\.xl\w+\]/i.test(plain)) return true
  const refersToCells = /\$?\b[a-z]{1,3}\$?\d{1,7}\b|\$?[a-z]{1,3}:\$?[a-z]{1,3}\b|#ref!/i.test(plain)
  if (refersToCells) return false
  const words = plain.match(/[\p{L}_\\][\p{L}\p{N}_.\\]*/gu) ?? []
  if (words.some((word) => names.has(word.toLowerCase()))) return false
  // A function alone, `TODAY()` say, is a formula; a sum of figures or a word is what somebody wrote.
  return !/^\s*[a-z][a-z0-9.]*\s*\(/i.test(plain.replace(/^[+-]/, ''))
}
