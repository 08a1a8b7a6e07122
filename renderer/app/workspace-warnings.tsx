import { useState } from 'react'
import { IconButton } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './workspace-warnings.module.css'

/** What the user should know about the file at hand: read-only, in a synchronised folder, fallen back in time. */
export function WorkspaceWarnings({ workspace }: { readonly workspace: NonNullable<OutputOf<'workspace.current'>> }) {
  const t = useT()
  const [closed, setClosed] = useState<readonly string[]>([])
  const warnings = [...(workspace.readOnly ? (['readOnly'] as const) : []), ...workspace.warnings]
  const shown = warnings.filter((warning) => !closed.includes(`${workspace.location} ${warning}`))
  if (shown.length === 0) return null
  return (
    <div className={styles.warnings}>
      {shown.map((warning) => (
        <Note
          key={warning}
          tone="warning"
          action={
            <IconButton
              icon="close"
              label={t('common.close')}
              onPress={() => setClosed([...closed, `${workspace.location} ${warning}`])}
            />
          }
        >
          {t(`app.warnings.${warning}`)}
        </Note>
      ))}
    </div>
  )
}
