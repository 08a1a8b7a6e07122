/** Apart from the reader, so that who only speaks of a plan file does not load the YAML library. */
import type { Message } from '../contract/problem.ts'

/** The key of a sentence about a plan file. */
export function fileMessage(key: string, params?: Message['params']): Message {
  return { key: `problems.field.planFile.${key}`, ...(params ? { params } : {}) }
}
