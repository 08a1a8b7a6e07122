import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './action-lines.module.css'
import { ActionState } from './due-state.tsx'
import { RecordLink } from './record-link.tsx'

type Row = OutputOf<'actions.list'>['rows'][number]

/** Action items under what they came from: what, who, by when, how it went. Each leads to its place in the register. */
export function ActionLines({ label, actions }: { readonly label: string; readonly actions: readonly Row[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul className={styles.list} aria-label={label}>
      {actions.map((action) => (
        <li key={action.id}>
          <div className={styles.top}>
            <span className={styles.title}>
              <RecordLink area="actions" id={action.id}>
                {action.title}
              </RecordLink>
            </span>
            <ActionState action={action} />
          </div>
          <p className={styles.quiet}>
            {[
              action.ownerName,
              t('followUps.dueOn', { day: format.day(action.dueOn) }),
              action.doneOn && `${t('app.fields.doneOn')} ${format.day(action.doneOn)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {action.result && <p className={styles.result}>{action.result}</p>}
        </li>
      ))}
    </ul>
  )
}
