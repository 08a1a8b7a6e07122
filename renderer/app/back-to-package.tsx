import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { IconButton } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { keepPackageReturn, usePackageReturn } from '#renderer/lib/package-return.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './workspace-warnings.module.css'

/** On a record that a package led to: the way back to the same choice. Among the packages it is no longer needed. */
export function BackToPackage() {
  const t = useT()
  const address = usePackageReturn()
  const { pathname } = useLocation()
  const isBack = pathname.startsWith('/packages')
  useEffect(() => {
    if (isBack) keepPackageReturn(null)
  }, [isBack])
  // Another file knows nothing of this one's package.
  useEffect(() => () => keepPackageReturn(null), [])
  if (address === null || isBack) return null
  return (
    <div className={styles.warnings}>
      <Note action={<IconButton icon="close" label={t('common.close')} onPress={() => keepPackageReturn(null)} />}>
        {t('packages.readiness.backText')}{' '}
        <RecordLink area="packages" id="new" search={address}>
          {t('packages.readiness.back')}
        </RecordLink>
      </Note>
    </div>
  )
}
