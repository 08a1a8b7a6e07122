import { useMemo } from 'react'
import { Badge, Note } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { isNumbered } from '#shared/domain/numbering.ts'
import { itemStatuses } from '#shared/domain/records/agenda-item.ts'
import { Actions } from './actions.tsx'
import { CasePaper } from './case-paper.tsx'
import { Decisions } from './decisions.tsx'
import { Disqualifications } from './disqualifications.tsx'
import { ClockButton, ClockTime, useClock } from './item-clock.tsx'
import styles from './item-panel.module.css'
import { ItemToolbar } from './item-toolbar.tsx'
import { MinutesEditor } from './minutes-editor.tsx'
import { Proposals } from './proposals.tsx'
import { QuorumLine } from './quorum-line.tsx'
import { Statements } from './statements.tsx'
import { useForms } from './use-forms.ts'
import { useItemActions } from './use-item-actions.ts'
import { useSession } from './use-session.ts'
import { Votes } from './votes.tsx'

/** One item: what the minutes tell of it, and under the text what was proposed, voted, decided, said and promised. */
export function ItemPanel({ open }: { readonly open: ItemDetail }) {
  const t = useT()
  const { locked, nameOf } = useSession()
  const { item } = open
  const forms = useForms()
  const clock = useClock(open)
  const { finish } = useItemActions(open, forms, clock)
  const isMatter = isNumbered(item.type)
  const sections = { open, forms }
  return (
    <article className={styles.item}>
      <header className={styles.header}>
        <div className={styles.about}>
          <p>
            {[open.numberText, t(`codes.itemType.${item.type}`), nameOf(item.presenterId)].filter(Boolean).join(' · ')}
          </p>
          {item.type !== 'heading' && <ClockTime open={open} />}
        </div>
        <h2 data-item-title tabIndex={-1}>
          {item.title}
        </h2>
        <div className={styles.state}>
          {item.confidential && (
            <Badge icon="lock" tone="warning">
              {t('session.item.confidential')}
            </Badge>
          )}
          {item.type !== 'heading' && <ClockButton open={open} clock={clock} />}
          {isMatter && !locked && (
            <WriteButton small icon="check" shortcut="alt+enter" onPress={finish}>
              {t('session.item.finish')}
            </WriteButton>
          )}
          {isMatter && <Status open={open} />}
        </div>
      </header>
      {locked && <Locked />}
      {isMatter && <QuorumLine open={open} />}
      {item.type !== 'heading' && <MinutesEditor open={open} tools={isMatter && <ItemToolbar forms={forms} />} />}
      {/* Under the text, so that however long the case is, writing begins at the same place. */}
      <CasePaper open={open} />
      {isMatter && (
        <>
          <Disqualifications {...sections} />
          <Proposals {...sections} />
          <Votes {...sections} />
          <Decisions {...sections} />
          <Statements {...sections} />
          <Actions {...sections} />
        </>
      )}
    </article>
  )
}

/** What became of the item; chosen by hand where "Finished, next item" is not it. */
function Status({ open: { item } }: { readonly open: ItemDetail }) {
  const t = useT()
  const { locked } = useSession()
  const readOnly = useReadOnly()
  const settle = useCommand('agendaItems.settle', { problemAsToast: true })
  const options = useMemo(() => itemStatuses.map((key) => ({ key, label: t(`codes.itemStatus.${key}`) })), [t])
  if (locked || readOnly) return <Badge>{t(`codes.itemStatus.${item.status}`)}</Badge>
  return (
    <Select
      label={t('session.item.status')}
      hideLabel
      options={options}
      value={item.status}
      onChange={(status) => void settle.run({ id: item.id, status: status ?? 'pending' })}
    />
  )
}

function Locked() {
  const t = useT()
  const { status } = useSession().detail.meeting
  return (
    <Note tone="info">
      {status === 'cancelled'
        ? t('session.locked.cancelled')
        : status === 'minutesInReview'
          ? t('session.locked.inReview')
          : t('session.locked.approved')}
    </Note>
  )
}
