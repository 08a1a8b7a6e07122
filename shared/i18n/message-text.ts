import type { Message } from '../contract/problem.ts'
import type { Translate } from './translator.ts'

/**
 * A message's sentence. Its key crossed the contract as text, so it is looked up loosely; a key that no catalogue
 * knows falls back to the general sentence rather than showing the key.
 */
export function messageText(t: Translate, message: Message): string {
  const loose = t as unknown as (key: string, params?: Message['params']) => string
  const sentence = loose(message.key, message.params)
  return sentence === message.key ? loose('problems.internal', message.params) : sentence
}
