import { useState } from 'react'
import { IconButton } from '#renderer/components/button.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { SortableList } from '#renderer/components/sortable-list.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { MilestoneBody } from './milestone-body.tsx'
import { MilestoneStateMark } from './milestone-state.tsx'
import { NewMilestone } from './new-milestone.tsx'
import type { ProjectRow } from './use-project.ts'
import { type MilestoneRow, useSlipWords } from './use-slip-words.ts'

interface Props {
  readonly project: ProjectRow
  /** By position. */
  readonly milestones: readonly MilestoneRow[]
  /** The one that is unfolded; null = none. */
  readonly openId: string | null
  readonly onOpen: (id: string | null) => void
}

/** What the project shall reach and by when, in its own order; each unfolds into its dates. */
export function ProjectMilestones({ project, milestones, openId, onOpen }: Props) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const move = useCommand('milestones.move', { problemAsToast: true })
  const addButton = (
    <WriteButton icon="plus" kind={milestones.length === 0 ? 'primary' : 'normal'} onPress={() => setAdding(true)}>
      {t('projects.milestones.add')}
    </WriteButton>
  )
  return (
    <div className={styles.part}>
      {adding ? (
        <NewMilestone project={project} onClose={() => setAdding(false)} />
      ) : milestones.length === 0 ? (
        <EmptyState icon="milestones" title={t('projects.milestones.none')} action={addButton}>
          {t('projects.milestones.noneText')}
        </EmptyState>
      ) : (
        <div>{addButton}</div>
      )}
      {milestones.length > 0 && (
        <SortableList
          label={t('projects.milestones.order')}
          items={milestones}
          keyOf={(one) => one.id}
          nameOf={(one) => one.title}
          onMove={async (one, position) => (await move.run({ id: one.id, position })).ok}
        >
          {(one) => <MilestoneLine row={one} open={one.id === openId} onOpen={onOpen} />}
        </SortableList>
      )}
    </div>
  )
}

function MilestoneLine({
  row,
  open,
  onOpen,
}: {
  readonly row: MilestoneRow
  readonly open: boolean
  readonly onOpen: Props['onOpen']
}) {
  const t = useT()
  const format = useFormat()
  const slip = useSlipWords()
  const date = (label: string, day: string | null) => (day ? `${label} ${format.day(day)}` : null)
  return (
    <div className={styles.record}>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <span>
            <span className={styles.name}>{row.title}</span> <MilestoneStateMark state={row.state} />{' '}
            {(row.slipDays !== null || row.daysOverdue > 0) && <span className={styles.quiet}>{slip(row)}</span>}
          </span>
          <span className={styles.quiet}>
            {[
              date(t('app.fields.baselineOn'), row.baselineOn),
              date(t('app.fields.forecastOn'), row.forecastOn),
              date(t('app.fields.actualOn'), row.actualOn),
              row.ownerName,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <IconButton
          icon={open ? 'up' : 'down'}
          label={t(open ? 'projects.milestones.close' : 'projects.milestones.open', { title: row.title })}
          expanded={open}
          onPress={() => onOpen(open ? null : row.id)}
        />
      </div>
      {open && (
        <div className={styles.inner}>
          <MilestoneBody key={row.id} id={row.id} onRemoved={() => onOpen(null)} />
          <RecordLink area="milestones" id={row.id}>
            {t('projects.milestones.inRegister')}
          </RecordLink>
        </div>
      )}
    </div>
  )
}
