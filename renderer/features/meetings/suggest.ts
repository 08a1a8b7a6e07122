import type { Option } from '#renderer/components/select.tsx'

/** Suggestions out of a list that is there already: what has a word that begins as typed. */
export function suggestFrom(options: readonly Option[]) {
  return async (text: string): Promise<readonly Option[]> => {
    const typed = text.trim().toLocaleLowerCase()
    if (typed === '') return options
    return options.filter(({ label }) =>
      label
        .toLocaleLowerCase()
        .split(/\s+/)
        .some((_, index, words) => words.slice(index).join(' ').startsWith(typed)),
    )
  }
}
