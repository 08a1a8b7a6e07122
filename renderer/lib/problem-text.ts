import type { Problem } from '#shared/contract/problem.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** The sentence of a problem: its own, or, where exactly one field is wrong, that field's. */
export function problemText(t: Translate, problem: Problem): string {
  const fields = Object.values(problem.fields ?? {})
  const only = fields.length === 1 ? fields[0] : undefined
  // One of many: which one, then what is wrong with it.
  if (problem.key === 'problems.oneOfMany') return [problem, ...fields].map((one) => messageText(t, one)).join(' ')
  return messageText(t, problem.code === 'invalid' && only ? only : problem)
}

/** What is wrong with one field, by its name or full path (`name`, `changes.name`); undefined where nothing is. */
export function fieldText(t: Translate, problem: Problem | null | undefined, field: string): string | undefined {
  const found = Object.entries(problem?.fields ?? {}).find(([path]) => path === field || path.endsWith(`.${field}`))
  return found ? messageText(t, found[1]) : undefined
}
