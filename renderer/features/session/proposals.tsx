import { Menu } from '#renderer/components/menu.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import type { Proposal } from '#shared/domain/records/agenda-item.ts'
import { ProposalForm } from './proposal-form.tsx'
import sectionStyles from './section.module.css'
import { Row, Section } from './section.tsx'
import type { Forms } from './use-forms.ts'
import { useSession } from './use-session.ts'

interface Props {
  readonly open: ItemDetail
  readonly forms: Forms
}
const tones = { open: 'info', withdrawn: 'neutral', adopted: 'success', rejected: 'neutral' } as const

/** What was proposed at the meeting, in the order it was put. */
export function Proposals({ open, forms }: Props) {
  const t = useT()
  const form = forms.opened?.kind === 'proposal' ? forms.opened : null
  const edited = open.proposals.find(({ id }) => id === form?.id) ?? null
  return (
    <Section title={t('session.proposals.title')} empty={open.proposals.length === 0 && !form}>
      <ul className={sectionStyles.list}>
        {open.proposals.map((one) => (
          <OneProposal key={one.id} proposal={one} forms={forms} />
        ))}
      </ul>
      {form && <ProposalForm key={form.id} open={open} edited={edited} onClose={forms.close} />}
    </Section>
  )
}

function OneProposal({ proposal, forms }: { readonly proposal: Proposal; readonly forms: Forms }) {
  const t = useT()
  const { nameOf, locked } = useSession()
  const readOnly = useReadOnly()
  const revise = useCommand('proposals.revise', { problemAsToast: true })
  const remove = useCommand('proposals.remove', { done: t('session.proposals.removed'), problemAsToast: true })
  const withdrawn = proposal.status === 'withdrawn'
  const status = (next: Proposal['status']) => void revise.run({ id: proposal.id, changes: { status: next } })
  return (
    <Row
      mark={<Badge tone={tones[proposal.status]}>{t(`codes.proposalStatus.${proposal.status}`)}</Badge>}
      quiet={[t(`codes.proposalKind.${proposal.kind}`), nameOf(proposal.proposerId), proposal.party]
        .filter(Boolean)
        .join(' · ')}
      tools={
        !locked &&
        !readOnly && (
          <Menu
            label={t('session.row.more', { what: proposal.text.slice(0, 60) })}
            entries={[
              {
                id: 'edit',
                label: t('session.row.edit'),
                icon: 'edit',
                run: () => forms.open('proposal', proposal.id),
              },
              withdrawn
                ? { id: 'open', label: t('session.proposals.reopen'), icon: 'undo', run: () => status('open') }
                : {
                    id: 'withdraw',
                    label: t('session.proposals.withdraw'),
                    icon: 'close',
                    run: () => status('withdrawn'),
                  },
              {
                id: 'remove',
                label: t('common.remove'),
                icon: 'remove',
                danger: true,
                run: () => void remove.run({ id: proposal.id }),
              },
            ]}
          />
        )
      }
    >
      {withdrawn ? <s>{proposal.text}</s> : proposal.text}
    </Row>
  )
}
