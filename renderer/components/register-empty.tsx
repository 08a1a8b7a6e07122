import type { ReactNode } from 'react'
import { useT } from '#renderer/lib/use-t.ts'
import { Button } from './button.tsx'
import type { IconName } from './icon.tsx'
import { EmptyState } from './notes.tsx'

interface Words {
  readonly title: string
  readonly text: string
}
interface Props {
  /** Rows there are whatever the filter; undefined until it is known. */
  readonly count: number | undefined
  readonly icon: IconName
  /** Nothing has been entered yet, and how to begin. */
  readonly none: Words
  readonly action: ReactNode
  /** The filter leaves nothing. */
  readonly noMatch: Words
  readonly onShowAll: () => void
}

/** A register without rows: nothing there yet, or nothing that the filter lets through. */
export function RegisterEmpty({ count, icon, none, action, noMatch, onShowAll }: Props) {
  const t = useT()
  return count ? (
    <EmptyState icon="search" title={noMatch.title} action={<Button onPress={onShowAll}>{t('common.showAll')}</Button>}>
      {noMatch.text}
    </EmptyState>
  ) : (
    <EmptyState icon={icon} title={none.title} action={action}>
      {none.text}
    </EmptyState>
  )
}
