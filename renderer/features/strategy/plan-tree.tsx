import { useT } from '#renderer/lib/use-t.ts'
import { AreaEditor } from './plan-area.tsx'
import styles from './plan-tree.module.css'
import { TreeAdd } from './plan-tree-add.tsx'
import { Branch } from './plan-tree-branch.tsx'
import { underArea } from './plan-tree-data.ts'
import { useTreeMoves } from './plan-tree-moves.ts'
import { TreeRow } from './plan-tree-row.tsx'
import { type OpenPlan, usePartName } from './plan-use.ts'

/** The plan as it is built: areas, goals, sub-goals, strategies and activities, added, renamed, moved and removed in their places. */
export function PlanTree({ open }: { readonly open: OpenPlan }) {
  const t = useT()
  const { plan } = open
  const partName = usePartName(plan)
  const moves = useTreeMoves(open)
  const rest = underArea(open, null)
  return (
    <div ref={moves.ref} className={styles.tree}>
      <p className={styles.quiet}>{t('strategy.tree.text')}</p>
      <span role="status" className={styles.spoken}>
        {moves.said}
      </span>
      <ol className={styles.list} aria-label={partName('area')}>
        {plan.areas.map((area) => {
          const name = `${area.number} ${area.title}`
          return (
            <TreeRow
              key={area.id}
              id={area.id}
              name={name}
              title={<h3>{name}</h3>}
              moves={moves.area(area)}
              onRemove={() => moves.remove('focusAreas', area.id, name)}
              editor={<AreaEditor area={area} />}
            >
              <Branch open={open} moves={moves} under={underArea(open, area)} />
              <TreeAdd home={{ plan, areaId: area.id, goalId: null, name }} parts={['goal', 'strategy', 'activity']} />
            </TreeRow>
          )
        })}
      </ol>
      <TreeAdd home={{ plan, areaId: null, goalId: null, name: plan.title }} parts={['area']} />
      <section className={styles.rest} aria-label={t('strategy.tree.rest')}>
        <h3>{t('strategy.tree.rest')}</h3>
        <Branch open={open} moves={moves} under={rest} />
        <TreeAdd
          home={{ plan, areaId: null, goalId: null, name: t('strategy.tree.rest') }}
          parts={['goal', 'activity']}
        />
      </section>
    </div>
  )
}
