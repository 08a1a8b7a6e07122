import { Switch } from '#renderer/components/choices.tsx'
import { Badge, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { planName } from '#renderer/lib/plan-options.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './plan.module.css'

type Row = OutputOf<'plans.compare'>['rows'][number]
interface Props {
  readonly fromId: string
  readonly toId: string
  readonly onlyChanges: boolean
  readonly onOnlyChanges: (only: boolean) => void
}
const looks = {
  same: { tone: 'neutral' },
  changed: { tone: 'info', icon: 'edit' },
  added: { tone: 'success', icon: 'plus' },
  removed: { tone: 'warning', icon: 'remove' },
} as const
/** The records that the kinds of parts are, for the names of their fields. */
const entityOf = {
  plan: 'plans',
  area: 'focusAreas',
  goal: 'goals',
  strategy: 'strategies',
  activity: 'activities',
  section: 'planSections',
} as const

/** Two versions side by side, part by part: what was kept, changed, added and taken out, in words. */
export function PlanCompare({ fromId, toId, onlyChanges, onOnlyChanges }: Props) {
  const t = useT()
  const compared = useOperation('plans.compare', { fromId, toId }, { keepPrevious: true })
  if (compared.isPending) return <Loading lines={6} />
  if (compared.error) return <ErrorNote error={compared.error} onRetry={() => void compared.refetch()} />
  const { from, to, rows } = compared.data
  const count = (change: Row['change']) => rows.filter((row) => row.change === change).length
  const shown = onlyChanges ? rows.filter(({ change }) => change !== 'same') : rows
  return (
    <>
      <div className={styles.buttons}>
        <Switch label={t('strategy.versions.onlyChanges')} checked={onlyChanges} onChange={onOnlyChanges} />
        <p className={styles.quiet} role="status">
          {t('strategy.versions.summary', {
            changed: count('changed'),
            added: count('added'),
            removed: count('removed'),
            same: count('same'),
          })}
        </p>
      </div>
      {shown.length === 0 ? (
        <p>{t('strategy.versions.noChanges')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className={styles.spoken}>{t('strategy.versions.compare')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('strategy.versions.kind')}</th>
                <th scope="col">{t('strategy.versions.change')}</th>
                <th scope="col">{t('strategy.versions.before', { name: planName(from) })}</th>
                <th scope="col">{t('strategy.versions.after', { name: planName(to) })}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <CompareRow key={`${row.kind} ${row.fromId} ${row.toId}`} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function CompareRow({ row }: { readonly row: Row }) {
  const t = useT()
  const side = (code: string | null, title: string | null, which: 'from' | 'to') =>
    title === null ? (
      <span className={styles.quiet}>{t('strategy.versions.absent')}</span>
    ) : (
      <>
        <p className={styles.sideTitle}>{[code, title].filter(Boolean).join(' ')}</p>
        <Fields row={row} which={which} />
      </>
    )
  return (
    <tr data-change={row.change}>
      <th scope="row" style={{ paddingInlineStart: `${row.level * 16}px` }}>
        {t(`strategy.labels.${row.kind}`)}
      </th>
      <td>
        <Badge {...looks[row.change]}>{t(`strategy.versions.changes.${row.change}`)}</Badge>
      </td>
      <td>{side(row.fromCode, row.fromTitle, 'from')}</td>
      <td>{side(row.toCode, row.toTitle, 'to')}</td>
    </tr>
  )
}

/** The fields that differ, as they are on one side. The title stands above. */
function Fields({ row, which }: { readonly row: Row; readonly which: 'from' | 'to' }) {
  const t = useT()
  const { fieldName, fieldValue } = useFieldNames()
  const entity = entityOf[row.kind]
  const fields = row.fields.filter(({ field }) => field !== 'title' && !(row.kind === 'strategy' && field === 'text'))
  if (fields.length === 0) return null
  const words = (field: string, value: unknown) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('common.notStated')
    if (Array.isArray(value)) return value.map(String).join('\n')
    return fieldValue(field, value, entity) ?? String(value)
  }
  return (
    <dl className={styles.fields}>
      {fields.map((one) => (
        <div key={one.field}>
          <dt>{fieldName(one.field, entity) ?? t(`strategy.labels.${row.kind}`)}</dt>
          <dd>{words(one.field, one[which])}</dd>
        </div>
      ))}
    </dl>
  )
}
