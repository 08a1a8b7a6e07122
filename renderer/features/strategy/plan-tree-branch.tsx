import { RecordLink } from '#renderer/components/record-link.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { statusOf } from '#shared/domain/goal-gaps.ts'
import type { Strategy } from '#shared/domain/records/goal.ts'
import { ActivityStatusMark, GoalStatusMark } from './goal-status-mark.tsx'
import styles from './plan-tree.module.css'
import { TreeAdd } from './plan-tree-add.tsx'
import { type Under, underGoal } from './plan-tree-data.ts'
import { ActivityEditor, GoalEditor, StrategyEditor } from './plan-tree-fields.tsx'
import type { TreeMoves } from './plan-tree-moves.ts'
import { TreeRow } from './plan-tree-row.tsx'
import { type OpenPlan, type PlanActivity, type PlanGoal, usePartName } from './plan-use.ts'

interface Props {
  readonly open: OpenPlan
  readonly moves: TreeMoves
  readonly under: Under
}

/** What hangs under an area, a goal or the plan: its strategies, goals and activities, each kind named. */
export function Branch({ open, moves, under: { strategies, goals, activities } }: Props) {
  const part = usePartName(open.plan)
  const sub = goals.some(({ parentId }) => parentId !== null)
  return (
    <>
      {strategies.length > 0 && (
        <ol className={styles.list} aria-label={part('strategy')}>
          {strategies.map((one) => (
            <StrategyRow key={one.id} strategy={one} siblings={strategies} open={open} moves={moves} />
          ))}
        </ol>
      )}
      {goals.length > 0 && (
        <ol className={styles.list} aria-label={part(sub ? 'subGoal' : 'goal')}>
          {goals.map((one) => (
            <GoalRow key={one.id} goal={one} siblings={goals} open={open} moves={moves} />
          ))}
        </ol>
      )}
      {activities.length > 0 && (
        <ol className={styles.list} aria-label={part('activity')}>
          {activities.map((one) => (
            <ActivityRow key={one.id} activity={one} open={open} moves={moves} />
          ))}
        </ol>
      )}
    </>
  )
}

interface RowProps {
  readonly open: OpenPlan
  readonly moves: TreeMoves
}

function GoalRow({ goal, siblings, open, moves }: RowProps & { goal: PlanGoal; siblings: readonly PlanGoal[] }) {
  const t = useT()
  const go = useGo()
  const name = `${goal.code} ${goal.title}`
  return (
    <TreeRow
      id={goal.id}
      name={name}
      title={
        <RecordLink area="goals" id={goal.id}>
          {name}
        </RecordLink>
      }
      facts={
        <>
          <GoalStatusMark status={statusOf(goal, goal.figures)} /> {goal.responsibleName}
        </>
      }
      moves={moves.goal(goal, siblings)}
      more={[{ id: 'open', label: t('strategy.tree.openGoal'), icon: 'goals', run: () => go('goals', goal.id) }]}
      onRemove={() => moves.remove('goals', goal.id, name)}
      editor={<GoalEditor goal={goal} />}
    >
      <Branch open={open} moves={moves} under={underGoal(open, goal)} />
      <TreeAdd
        home={{ plan: open.plan, areaId: goal.focusAreaId, goalId: goal.id, name }}
        parts={['subGoal', 'strategy', 'activity']}
      />
    </TreeRow>
  )
}

function StrategyRow({
  strategy,
  siblings,
  open,
  moves,
}: RowProps & { strategy: Strategy; siblings: readonly Strategy[] }) {
  const part = usePartName(open.plan)
  const name = strategy.text.length > 80 ? `${strategy.text.slice(0, 79).trimEnd()}…` : strategy.text
  return (
    <TreeRow
      id={strategy.id}
      name={name}
      title={
        <span>
          <span className={styles.kind}>{part('strategy')}</span> {strategy.text}
        </span>
      }
      facts={strategy.examples.length > 0 && strategy.examples.join(', ')}
      moves={moves.strategy(strategy, siblings)}
      onRemove={() => moves.remove('strategies', strategy.id, name)}
      editor={<StrategyEditor strategy={strategy} />}
    />
  )
}

function ActivityRow({ activity, open, moves }: RowProps & { activity: PlanActivity }) {
  const t = useT()
  const go = useGo()
  const part = usePartName(open.plan)
  const name = [activity.code, activity.title].filter(Boolean).join(' ')
  return (
    <TreeRow
      id={activity.id}
      name={name}
      title={
        <span>
          <span className={styles.kind}>{part('activity')}</span>{' '}
          <RecordLink area="activities" id={activity.id}>
            {name}
          </RecordLink>
        </span>
      }
      facts={
        <>
          <ActivityStatusMark activity={activity} />{' '}
          {[activity.year === null ? null : String(activity.year), activity.responsibleName]
            .filter(Boolean)
            .join(' · ')}
        </>
      }
      more={[
        {
          id: 'open',
          label: t('strategy.tree.openActivity'),
          icon: 'activities',
          run: () => go('activities', activity.id),
        },
      ]}
      onRemove={() => moves.remove('activities', activity.id, name)}
      editor={<ActivityEditor activity={activity} />}
    />
  )
}
