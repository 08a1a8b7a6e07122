import { useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { SalvageReport } from '#renderer/components/opening/salvage-report.tsx'
import { TroublePanel } from '#renderer/components/opening/trouble-panel.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { BackupBanner } from './backup-banner.tsx'
import styles from './workspace-warnings.module.css'

type Workspace = NonNullable<OutputOf<'workspace.current'>>
type Warning = Workspace['warnings'][number] | 'readOnly'

/** What the user should know about the file at hand (read-only, fallen back in time, damaged), and about another that would not open. */
export function WorkspaceWarnings({ workspace }: { readonly workspace: Workspace }) {
  const t = useT()
  const go = useGo()
  const trouble = useOperation('opening.trouble', {})
  const [closed, setClosed] = useState<readonly string[]>([])
  // A salvage is told at once; closed unread, it stays in the line above the screen.
  const [report, setReport] = useState(workspace.warnings.includes('salvaged'))
  const acknowledge = useCommand('opening.acknowledge', { problemAsToast: true })
  const leave = useCommand('opening.leaveDamaged', { problemAsToast: true })
  const isDamaged = workspace.warnings.includes('damaged')
  // A damaged file takes no writing either; the graver of the two says so.
  const readOnly: Warning[] = workspace.readOnly && !isDamaged ? ['readOnly'] : []
  const shown = [...readOnly, ...workspace.warnings].filter(
    (warning) => warning === 'damaged' || !closed.includes(`${workspace.location} ${warning}`),
  )
  const text = (warning: Warning): string =>
    warning === 'wentBackwards'
      ? t('opening.missing', { count: workspace.missingChanges })
      : warning === 'salvaged'
        ? t('opening.salvaged')
        : t(`app.warnings.${warning}`)
  const way = (warning: Warning) => {
    if (warning === 'damaged')
      return (
        <Button small busy={leave.busy} onPress={() => void leave.run({})}>
          {t('opening.leaveDamaged')}
        </Button>
      )
    if (warning === 'salvaged')
      return (
        <Button small onPress={() => setReport(true)}>
          {t('opening.showReport')}
        </Button>
      )
    if (warning === 'wentBackwards' && !workspace.readOnly)
      return (
        <>
          <Button small onPress={() => go('settings', 'backups')}>
            {t('opening.seeBackups')}
          </Button>
          <Button small busy={acknowledge.busy} onPress={() => void acknowledge.run({})}>
            {t('opening.known')}
          </Button>
        </>
      )
    return null
  }
  return (
    <>
      {(shown.length > 0 || trouble.data) && (
        <div className={styles.warnings}>
          {trouble.data && <TroublePanel trouble={trouble.data} />}
          {shown.map((warning) => (
            <Note
              key={warning}
              tone={warning === 'damaged' ? 'danger' : 'warning'}
              action={
                <>
                  {way(warning)}
                  {warning !== 'damaged' && (
                    <IconButton
                      icon="close"
                      label={t('common.close')}
                      onPress={() => setClosed([...closed, `${workspace.location} ${warning}`])}
                    />
                  )}
                </>
              }
            >
              {text(warning)}
            </Note>
          ))}
        </div>
      )}
      <BackupBanner />
      {report && <SalvageReport onClose={() => setReport(false)} />}
    </>
  )
}
