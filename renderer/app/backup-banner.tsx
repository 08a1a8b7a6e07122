import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { badLookText } from '#renderer/lib/backup-look.ts'
import { pathOf, useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './workspace-warnings.module.css'

/** Screens that tell the same themselves. */
const toldThere = [pathOf('home'), pathOf('settings', 'backups'), pathOf('settings', 'check')]

/** A backup that failed, or that was found damaged, on whatever screen the user is. Closed, it comes back with the next one. */
export function BackupBanner() {
  const t = useT()
  const go = useGo()
  const format = useFormat()
  const { pathname } = useLocation()
  const { data: state } = useOperation('backups.state', {})
  const [closed, setClosed] = useState('')
  const text = [
    state?.problem &&
      `${t('backups.failed')} ${messageText(t, { key: state.problem.key, ...(state.problem.params ? { params: state.problem.params } : {}) })} ${t('backups.failedHint')}`,
    badLookText(t, format.instant, state?.looked ?? null),
  ]
    .filter((one) => typeof one === 'string')
    .join(' ')
  // Once all is well again, the next one is told anew.
  if (text === '' && closed !== '') setClosed('')
  const shown = text !== '' && text !== closed && !toldThere.includes(pathname)
  return (
    // There from the start, so that what comes into it is read out; the mark lets React Aria leave it so behind an open dialog.
    <div role="status" data-live-announcer="true" className={shown ? styles.warnings : undefined}>
      {shown && (
        <Note
          tone="warning"
          action={
            <>
              <Button small onPress={() => go('settings', 'backups')}>
                {t('backups.home.open')}
              </Button>
              <IconButton icon="close" label={t('common.close')} onPress={() => setClosed(text)} />
            </>
          }
        >
          {text}
        </Note>
      )}
    </div>
  )
}
