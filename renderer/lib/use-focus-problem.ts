import { type RefObject, useEffect } from 'react'
import type { Problem } from '#shared/contract/problem.ts'

/** When a form is refused, the focus goes to its first refused field, so that the sentence under it is read at once. */
export function useFocusProblem(form: RefObject<HTMLElement | null>, problem: Problem | null): void {
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form, problem])
}
