import type { Message, Problem } from '#shared/contract/problem.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/**
 * A message's sentence. Its key crossed the contract as text, so it is looked up loosely; a key that no catalogue
 * knows falls back to the general sentence rather than showing the key.
 */
export function messageText(t: Translate, message: Message): string {
  const loose = t as unknown as (key: string, params?: Record<string, unknown>) => string
  const params = { ...message.params }
  const sentence = loose(message.key, params)
  return sentence === message.key ? loose('problems.internal', params) : sentence
}

/** The sentence of a problem: its own, or, where exactly one field is wrong, that field's. */
export function problemText(t: Translate, problem: Problem): string {
  const fields = Object.values(problem.fields ?? {})
  const only = fields.length === 1 ? fields[0] : undefined
  return messageText(t, problem.code === 'invalid' && only ? only : problem)
}

/** What is wrong with one field, by its name or full path (`name`, `changes.name`); undefined where nothing is. */
export function fieldText(t: Translate, problem: Problem | null | undefined, field: string): string | undefined {
  const found = Object.entries(problem?.fields ?? {}).find(([path]) => path === field || path.endsWith(`.${field}`))
  return found ? messageText(t, found[1]) : undefined
}
