import { Menu } from '#renderer/components/menu.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import type { Decision } from '#shared/domain/records/decision.ts'
import { DecisionForm } from './decision-form.tsx'
import sectionStyles from './section.module.css'
import { Row, Section } from './section.tsx'
import type { Forms } from './use-forms.ts'
import { useSession } from './use-session.ts'
import { resultText } from './vote-words.ts'

interface Props {
  readonly open: ItemDetail
  readonly forms: Forms
}

/** What was decided, point by point. */
export function Decisions({ open, forms }: Props) {
  const t = useT()
  const form = forms.opened?.kind === 'decision' ? forms.opened : null
  return (
    <Section title={t('session.decisions.title')} empty={open.decisions.length === 0 && !form}>
      <ol className={sectionStyles.list}>
        {open.decisions.map((one) => (
          <OneDecision key={one.id} decision={one} open={open} forms={forms} />
        ))}
      </ol>
      {form && (
        <DecisionForm
          key={form.id}
          open={open}
          edited={open.decisions.find(({ id }) => id === form.id) ?? null}
          onClose={forms.close}
        />
      )}
    </Section>
  )
}

function OneDecision({ decision, open, forms }: { readonly decision: Decision } & Props) {
  const t = useT()
  const format = useFormat()
  const { nameOf, locked } = useSession()
  const readOnly = useReadOnly()
  const remove = useCommand('decisions.remove', { done: t('session.decisions.removed'), problemAsToast: true })
  const vote = open.votes.find(({ id }) => id === decision.voteId)
  const { deadline, unanimous } = decision
  return (
    <Row
      mark={<Badge tone="success">{t(`codes.decisionKind.${decision.kind}`)}</Badge>}
      quiet={
        <>
          <span>
            {[
              unanimous !== 'notRecorded' && t(`codes.unanimity.${unanimous}`),
              vote && resultText(t, vote),
              decision.responsibleId && t('session.decisions.responsibleIs', { name: nameOf(decision.responsibleId) }),
              deadline && t('session.actions.due', { day: format.day(deadline) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {decision.correctsId && (
            <RecordLink area="decisions" id={decision.correctsId}>
              {t('session.decisions.correctsEarlier')}
            </RecordLink>
          )}
        </>
      }
      tools={
        !locked &&
        !readOnly && (
          <Menu
            label={t('session.row.more', { what: decision.text.slice(0, 60) })}
            entries={[
              {
                id: 'edit',
                label: t('session.row.edit'),
                icon: 'edit',
                run: () => forms.open('decision', decision.id),
              },
              {
                id: 'remove',
                label: t('common.remove'),
                icon: 'remove',
                danger: true,
                run: () => void remove.run({ id: decision.id }),
              },
            ]}
          />
        )
      }
    >
      <strong className={sectionStyles.decision}>{decision.text}</strong>
    </Row>
  )
}
