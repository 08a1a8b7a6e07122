import { Switch } from '#renderer/components/choices.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { FilterChips } from '#renderer/components/filter-chips.tsx'
import { Popover } from '#renderer/components/menu.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './timeline.module.css'
import { type TimelineState, timelineDefaults } from './timeline-lines.ts'

interface Props {
  readonly state: TimelineState
  readonly change: (changes: Partial<TimelineState>) => void
}

/** Which projects: lighthouses and ended ones, those of a focus area, or one alone. */
export function TimelineFilters({ state, change }: Props) {
  const t = useT()
  const plans = useOperation('plans.list', {})
  const everything = useOperation('milestones.timeline', { withEnded: true })
  const areas = (plans.data ?? []).flatMap((plan) => plan.areas.map(({ id, title }) => ({ key: id, label: title })))
  const projects = (everything.data ?? []).map(({ id, title, number }) => ({
    key: id,
    label: number ? `${number} ${title}` : title,
  }))
  const project = projects.find(({ key }) => key === state.project) ?? null
  const area = areas.find(({ key }) => key === state.area)
  const chip = (key: string, label: string, changes: Partial<TimelineState>) => ({
    key,
    label,
    remove: () => change(changes),
  })
  return (
    <>
      <Popover label={t('common.filter')} icon="filter" showLabel>
        <div className={styles.panel}>
          <ComboBox
            label={t('projects.timeline.project')}
            placeholder={t('projects.timeline.anyProject')}
            value={project}
            onChange={(chosen) => change({ project: chosen?.key ?? null })}
            suggest={async (text) =>
              projects.filter(({ label }) => label.toLocaleLowerCase().includes(text.toLocaleLowerCase())).slice(0, 50)
            }
          />
          <Select
            label={t('projects.list.focusArea')}
            emptyLabel={t('projects.list.anyFocusArea')}
            options={areas}
            value={state.area}
            onChange={(chosen) => change({ area: chosen })}
          />
          <Switch
            label={t('projects.list.lighthouseOnly')}
            checked={state.lighthouse}
            onChange={(lighthouse) => change({ lighthouse })}
          />
          <Switch
            label={t('projects.timeline.withEnded')}
            checked={state.ended}
            onChange={(ended) => change({ ended })}
          />
        </div>
      </Popover>
      <div className={styles.chips}>
        <FilterChips
          chips={[
            ...(state.project
              ? [chip('project', project?.label ?? t('projects.timeline.project'), { project: null })]
              : []),
            ...(state.area ? [chip('area', area?.label ?? t('projects.list.focusArea'), { area: null })] : []),
            ...(state.lighthouse ? [chip('lighthouse', t('projects.list.lighthouseOnly'), { lighthouse: false })] : []),
            ...(state.ended ? [chip('ended', t('projects.timeline.withEnded'), { ended: false })] : []),
          ]}
          onClear={() => {
            const { project: none, area: noArea, lighthouse, ended } = timelineDefaults
            change({ project: none, area: noArea, lighthouse, ended })
          }}
        />
      </div>
    </>
  )
}
