import { type KeyboardEvent, useRef } from 'react'
import { Icon } from '#renderer/components/icon.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { SortableList } from '#renderer/components/sortable-list.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { agendaClock } from '#shared/domain/agenda-clock.ts'
import styles from './agenda.module.css'
import { AgendaAdd } from './agenda-add.tsx'
import { AgendaSources } from './agenda-sources.tsx'
import { ItemEditor } from './item-editor.tsx'
import type { PartProps } from './meeting-detail.tsx'
import { findingText } from './meeting-words.ts'

interface Props extends PartProps {
  /** The item whose editor is open. */
  readonly openItem: string | null
  readonly onItem: (id: string | null) => void
}

/** The items in order with their times, and beside them the one that is worked on. */
export function Agenda({ open, sealed, openItem, onItem }: Props) {
  const t = useT()
  const move = useCommand('agendaItems.move', { problemAsToast: true })
  const { meeting, items } = open
  const chosen = items.find(({ item }) => item.id === openItem)
  const frame = useRef<HTMLDivElement>(null)
  const moveTo = (id: string, position: number) => move.run({ id, meetingId: meeting.id, position })
  return (
    <div ref={frame} className={styles.agenda} data-open={chosen !== undefined}>
      <div className={styles.list}>
        <Clock open={open} />
        {items.length === 0 ? (
          <EmptyState icon="meetings" title={t('meetings.agenda.empty')}>
            {t('meetings.agenda.emptyText')}
          </EmptyState>
        ) : (
          <SortableList
            label={t('meetings.tabs.agenda')}
            items={items}
            keyOf={({ item }) => item.id}
            nameOf={({ item }) => item.title}
            onMove={async ({ item }, to) => (await moveTo(item.id, to)).ok}
          >
            {(one) => (
              <Row
                one={one}
                open={open}
                isOpen={one.item.id === chosen?.item.id}
                onOpen={() => onItem(one.item.id)}
                onMove={sealed ? null : (by) => void moveTo(one.item.id, Math.max(0, items.indexOf(one) + by))}
              />
            )}
          </SortableList>
        )}
        {!sealed && (
          <>
            <AgendaAdd open={open} />
            <AgendaSources open={open} />
          </>
        )}
      </div>
      {chosen && (
        <section className={styles.editor} aria-label={chosen.item.title}>
          <ItemEditor
            key={chosen.item.id}
            one={chosen}
            open={open}
            sealed={sealed}
            onClose={() => {
              onItem(null)
              frame.current?.querySelector<HTMLElement>(`[data-item="${chosen.item.id}"]`)?.focus()
            }}
          />
        </section>
      )}
    </div>
  )
}

interface RowProps {
  readonly one: ItemDetail
  readonly open: PartProps['open']
  readonly isOpen: boolean
  readonly onOpen: () => void
  /** Null where the order stands. */
  readonly onMove: ((by: -1 | 1) => void) | null
}

/** One item: number, title, when it begins, how long it takes, who presents it. Alt with an arrow moves it. */
function Row({ one, open, isOpen, onOpen, onMove }: RowProps) {
  const t = useT()
  const readOnly = useReadOnly()
  const { item, numberText } = one
  const clock = agendaClock(
    open.meeting,
    open.items.map((other) => other.item),
  )
  const warning = [...open.obstacles, ...open.warnings].find(({ itemId }) => itemId === item.id)
  const presenter = open.attendances.find(({ personId }) => personId === item.presenterId)?.personName
  const isHeading = item.type === 'heading'
  const type = t(`codes.itemType.${item.type}`)
  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key]
    if (!event.altKey || by === undefined || !onMove || readOnly) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <div className={styles.row} data-type={item.type} data-open={isOpen}>
      <span className={styles.time}>{isHeading ? '' : clock.startsAt.get(item.id)}</span>
      <div className={styles.words}>
        <button
          type="button"
          className={styles.title}
          data-item={item.id}
          aria-expanded={isOpen}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={onOpen}
          onKeyDown={onKeyDown}
        >
          {numberText && <span className={styles.number}>{numberText}</span>} {item.title}
        </button>
        {!isHeading && (
          <span className={styles.quiet}>
            {[
              type === item.title ? null : type,
              presenter,
              item.minutesPlanned !== null && t('meetings.agenda.minutes', { count: item.minutesPlanned }),
              item.status !== 'pending' && t(`codes.itemStatus.${item.status}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
      </div>
      <span className={styles.marks}>
        {warning && (
          <span className={styles.warning} title={findingText(t, warning)}>
            <Icon name="warning" size={16} label={findingText(t, warning)} />
          </span>
        )}
        {item.confidential && <Icon name="lock" size={16} label={t('meetings.item.confidential')} />}
        {one.attachments.length > 0 && (
          <Icon name="attach" size={16} label={t('meetings.agenda.attachments', { count: one.attachments.length })} />
        )}
      </span>
    </div>
  )
}

/** How long the agenda takes, and by how much it overruns. */
function Clock({ open }: { readonly open: PartProps['open'] }) {
  const t = useT()
  const format = useFormat()
  const { meeting, items } = open
  const clock = agendaClock(
    meeting,
    items.map(({ item }) => item),
  )
  if (clock.total === 0) return null
  const hours = Math.floor(clock.total / 60)
  const length = [
    hours > 0 && t('meetings.agenda.hours', { count: hours }),
    clock.total % 60 > 0 && t('meetings.agenda.minutes', { count: clock.total % 60 }),
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <p className={clock.overrun > 0 ? styles.overrun : styles.quiet} role="status">
      {t('meetings.agenda.total', { length, start: meeting.startsAt, end: clock.endsAt })}
      {clock.overrun > 0 &&
        ` ${t('meetings.agenda.overrun', { count: clock.overrun, shown: format.number(clock.overrun), end: meeting.endsAt ?? '' })}`}
    </p>
  )
}
