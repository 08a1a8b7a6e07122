import type { ReactNode } from 'react'
import { FollowUpState } from '#renderer/components/follow-up-state.tsx'
import { ItemLink } from '#renderer/components/item-link.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { LinkKind } from '#shared/domain/records/goal.ts'
import { useTargetWords } from './goal-target-words.ts'
import type { OpenGoal } from './goal-use.ts'

/** Something that serves a goal, as a line shows it. */
export interface Strand {
  readonly linkId: string
  readonly note: string | null
  /** What it is called, for labels and messages. */
  readonly name: string
  readonly link: ReactNode
  /** A quiet line: whose, when. */
  readonly facts: string
  /** How it stands. */
  readonly mark: ReactNode
  readonly tools?: ReactNode
}

/** The id of what a line is about: tells apart the buttons that every line has. */
export const strandId = (linkId: string) => `strand-${linkId}`

/** All that serves a goal, by kind, as lines. */
export function useStrands({ goal, serving }: OpenGoal): Readonly<Record<LinkKind, readonly Strand[]>> {
  const t = useT()
  const format = useFormat()
  const words = useTargetWords()
  const facts = (...parts: readonly (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')
  const secret = (confidential: boolean) => confidential && <Badge icon="lock">{t('goals.thread.confidential')}</Badge>
  const late = (
    <Badge tone="danger" icon="warning">
      {t('goals.thread.overdue')}
    </Badge>
  )
  return {
    commitment: serving.commitments.map(({ linkId, note, id, title, partnerName, status, overdue }) => ({
      linkId,
      note,
      name: title,
      link: (
        <RecordLink area="commitments" id={id}>
          {title}
        </RecordLink>
      ),
      facts: partnerName,
      mark: (
        <>
          <Badge>{t(`codes.commitmentStatus.${status}`)}</Badge> {overdue && late}
        </>
      ),
    })),
    project: serving.projects.map(({ linkId, note, id, title, lighthouse, status, light }) => ({
      linkId,
      note,
      name: title,
      link: (
        <RecordLink area="projects" id={id}>
          {title}
        </RecordLink>
      ),
      facts: facts(lighthouse && t('goals.thread.lighthouse'), t(`codes.projectStatus.${status}`)),
      mark: light && <Badge {...lights[light]}>{t(`codes.light.${light}`)}</Badge>,
    })),
    milestone: serving.milestones.map(({ linkId, note, id, title, projectTitle, state, standsOn }) => ({
      linkId,
      note,
      name: title,
      link: (
        <RecordLink area="milestones" id={id}>
          {title}
        </RecordLink>
      ),
      facts: facts(projectTitle, format.day(standsOn)),
      mark: <Badge {...milestones[state]}>{t(`codes.milestoneState.${state}`)}</Badge>,
    })),
    decision: serving.decisions.map((one) => ({
      linkId: one.linkId,
      note: one.note,
      name: one.numberText ?? short(one.text),
      link: (
        <RecordLink area="decisions" id={one.id}>
          {[one.numberText, short(one.text)].filter(Boolean).join(' ')}
        </RecordLink>
      ),
      facts: one.decidedOn ? format.day(one.decidedOn) : '',
      mark: (
        <>
          <Badge>{t(`codes.decisionStatus.${one.status}`)}</Badge> {secret(one.confidential)}
          {one.itemId && one.meetingId && (
            <>
              {' '}
              <ItemLink itemId={one.itemId} meetingId={one.meetingId}>
                {t('goals.thread.item')}
              </ItemLink>
            </>
          )}
        </>
      ),
    })),
    visit: serving.visits.map(({ linkId, note, id, companyName, visitedOn, purpose, confidential }) => ({
      linkId,
      note,
      name: companyName,
      link: (
        <RecordLink area="visits" id={id}>
          {companyName}
        </RecordLink>
      ),
      facts: facts(format.day(visitedOn), purpose && short(purpose)),
      mark: secret(confidential),
    })),
    followUp: serving.followUps.map(({ linkId, note, id, description, companyName, dueOn, status, confidential }) => ({
      linkId,
      note,
      name: short(description),
      link: (
        <RecordLink area="followUps" id={id}>
          {short(description)}
        </RecordLink>
      ),
      facts: facts(companyName, format.day(dueOn)),
      mark: (
        <>
          <FollowUpState followUp={{ status, dueOn }} /> {secret(confidential)}
        </>
      ),
    })),
    indicator: serving.indicators.map((one) => {
      const { linkId, note, id, code, title, latest } = one
      const lead = goal.leadIndicatorId === id
      const value = latest?.value ?? null
      return {
        linkId,
        note,
        name: code,
        link: (
          <RecordLink area="indicators" id={id}>
            {code} {title}
          </RecordLink>
        ),
        facts: facts(
          latest === null
            ? t('goals.list.noFigure')
            : value === null
              ? t('goals.thread.missingFigure', { when: words.period(latest.period) })
              : t('goals.thread.latest', { shown: words.value(value, one), when: words.period(latest.period) }),
          one.sourceName ?? t('goals.thread.noSource'),
        ),
        mark: (
          <>
            {lead && (
              <Badge tone="info" icon="flag">
                {t('goals.thread.lead')}
              </Badge>
            )}{' '}
            {one.daysOverdue > 0 && late}
          </>
        ),
        tools: lead ? undefined : <MakeLead goalId={goal.id} id={id} name={code} describedBy={strandId(linkId)} />,
      }
    }),
  }
}

/** Chooses the indicator whose figures tell the goal's progress. */
function MakeLead({
  goalId,
  id,
  name,
  describedBy,
}: {
  readonly goalId: string
  readonly id: string
  readonly name: string
  readonly describedBy: string
}) {
  const t = useT()
  const revise = useCommand('goals.revise', { done: t('goals.thread.leadDone', { name }), problemAsToast: true })
  return (
    <WriteButton
      small
      busy={revise.busy}
      describedBy={describedBy}
      onPress={() => void revise.run({ id: goalId, changes: { leadIndicatorId: id } })}
    >
      {t('goals.thread.makeLead')}
    </WriteButton>
  )
}

const lights = {
  green: { tone: 'success', icon: 'check' },
  amber: { tone: 'warning', icon: 'info' },
  red: { tone: 'danger', icon: 'warning' },
} as const
const milestones = {
  onTime: { tone: 'neutral', icon: 'calendar' },
  late: { tone: 'warning', icon: 'clock' },
  overdue: { tone: 'danger', icon: 'warning' },
  reached: { tone: 'success', icon: 'check' },
  reachedLate: { tone: 'warning', icon: 'check' },
  notReached: { tone: 'neutral', icon: 'close' },
} as const

/** A text as a name: its first words. */
function short(text: string): string {
  const line = text.split('\n')[0] ?? ''
  return line.length > 90 ? `${line.slice(0, 90).trimEnd()} …` : line
}
