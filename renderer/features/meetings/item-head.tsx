import { useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { HistoryDialog } from '#renderer/components/history-button.tsx'
import { ItemLink } from '#renderer/components/item-link.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import type { Area } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import styles from './agenda.module.css'

interface Props {
  readonly one: ItemDetail
  readonly sealed: boolean
  readonly onClose: () => void
}

const origins: Record<Exclude<NonNullable<ItemDetail['origin']>['entity'], 'agendaItems'>, Area> = {
  visits: 'visits',
  followUps: 'followUps',
  actions: 'actions',
  commitments: 'commitments',
  projects: 'projects',
}

/** Which item it is, what it came from, and what takes it off the agenda. */
export function ItemHead({ one, sealed, onClose }: Props) {
  const t = useT()
  const readOnly = useReadOnly()
  const { item, numberText, origin } = one
  const move = useCommand('agendaItems.move', { done: t('meetings.item.queued'), problemAsToast: true })
  const remove = useCommand('agendaItems.remove', {
    done: t('meetings.item.removed', { title: item.title }),
    problemAsToast: true,
  })
  const closed = sealed || readOnly
  const [telling, setTelling] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  // Opened from its row: on a narrow window the row is gone, on a wide one the fields are what is wanted next.
  useEffect(() => {
    if (document.activeElement?.matches('body, [data-item], li button')) heading.current?.focus()
  }, [])
  return (
    <div className={styles.head}>
      <div>
        <div className={styles.back}>
          <Button kind="quiet" small icon="left" onPress={onClose}>
            {t('meetings.item.close')}
          </Button>
        </div>
        <h3 ref={heading} tabIndex={-1}>
          {numberText ?? t(`codes.itemType.${item.type}`)}
        </h3>
        {origin && (
          <p className={styles.quiet}>
            {t('meetings.item.origin')}{' '}
            {origin.entity === 'agendaItems' ? (
              <ItemLink itemId={origin.id} meetingId={origin.meetingId}>
                {origin.title}
              </ItemLink>
            ) : (
              <RecordLink area={origins[origin.entity]} id={origin.id}>
                {origin.title}
              </RecordLink>
            )}
          </p>
        )}
      </div>
      <div className={styles.marks}>
        <Menu
          label={t('common.more')}
          entries={[
            { id: 'history', label: t('common.history'), icon: 'history', run: () => setTelling(true) },
            {
              id: 'queue',
              label: t('meetings.item.toQueue'),
              icon: 'queue',
              disabled: closed,
              run: () => void move.run({ id: item.id, meetingId: null, position: 0 }),
            },
            {
              id: 'remove',
              label: t('meetings.item.remove'),
              icon: 'remove',
              danger: true,
              disabled: closed,
              run: () => void remove.run({ id: item.id }).then((reply) => reply.ok && onClose()),
            },
          ]}
        />
        <HistoryDialog
          open={telling}
          onClose={() => setTelling(false)}
          entity="agendaItems"
          id={item.id}
          name={item.title}
        />
      </div>
    </div>
  )
}
