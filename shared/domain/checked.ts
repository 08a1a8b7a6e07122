import type { Message } from '../contract/problem.ts'

/** What a check of typed text gives: the value to store, or the sentence that says what is wrong. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: Message }

/** Field path → what is wrong with it. Empty = nothing is. */
export type FieldMessages = Record<string, Message>

/** The value to store. */
export function good<T>(value: T): Checked<T> {
  return { ok: true, value }
}

/** A refusal with a key under `problems.field.`. */
export function refusal(key: string, params?: Message['params']): { readonly ok: false; readonly message: Message } {
  return { ok: false, message: fieldMessage(key, params) }
}

/** A message with a key under `problems.field.`. */
export function fieldMessage(key: string, params?: Message['params']): Message {
  return { key: `problems.field.${key}`, ...(params ? { params } : {}) }
}
