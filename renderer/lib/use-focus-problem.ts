import { type RefObject, useEffect } from 'react'
import type { Problem } from '#shared/contract/problem.ts'

/** When a form is refused, the focus goes to its first refused field, so that the sentence under it is read at once. */
export function useFocusProblem(form: RefObject<HTMLElement | null>, problem: Problem | null): void {
  useEffect(() => {
    if (problem) focusRefused(form.current)
  }, [form, problem])
}

// The button of a select carries no aria-invalid: only the field around it says so.
const refused = '[aria-invalid="true"], [data-invalid] button'

/** Takes the focus to the first field that is marked as wrong; a group of choices takes it on the one chosen. False: there is none. */
export function focusRefused(form: HTMLElement | null): boolean {
  const first = form?.querySelector<HTMLElement>(refused)
  if (!first) return false
  const field = first.matches('[role="radiogroup"], [role="group"]')
    ? first.querySelector<HTMLElement>('input:checked, input')
    : first
  field?.focus()
  return true
}

/** The same for what a form finds wrong by itself: call it when the form does not go on, and the field is marked by then. */
export function leadToRefused(form: HTMLElement | null): void {
  requestAnimationFrame(() => focusRefused(form))
}
