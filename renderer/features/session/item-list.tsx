import { useEffect, useId, useRef, useState } from 'react'
import { Icon, type IconName } from '#renderer/components/icon.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import styles from './item-list.module.css'
import { isRunning, minutesUsed, useSession, useTimeNow } from './use-session.ts'

const marks: Readonly<Record<ItemDetail['item']['status'], IconName>> = {
  pending: 'more',
  treated: 'check',
  postponed: 'right',
  withdrawn: 'close',
  referredBack: 'undo',
}

/**
 * The agenda: number, title, what became of each item, planned minutes and used ones. Where all is one column it is folded behind the
 * item shown, so that neither eye nor Tab has to pass it on the way to the text.
 */
export function ItemList() {
  const t = useT()
  const { detail, item, show } = useSession()
  const now = useTimeNow()
  const current = useRef<HTMLLIElement>(null)
  const shown = item?.item.id
  const [unfolded, setUnfolded] = useState(false)
  const listId = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the item shown stays in sight when it changes
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    void current.current?.scrollIntoView?.({ block: 'nearest' })
  }, [shown])
  return (
    <nav aria-label={t('session.items.title')}>
      <h2 className={styles.heading}>{t('session.items.title')}</h2>
      {item && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={unfolded}
          aria-controls={listId}
          onClick={() => setUnfolded(!unfolded)}
        >
          <Icon name={unfolded ? 'up' : 'down'} size={14} />
          <span className={styles.foldWords}>
            {t('session.items.shown', { title: [item.numberText, item.item.title].filter(Boolean).join(' ') })}
          </span>
        </button>
      )}
      <div id={listId} className={styles.folded} data-unfolded={unfolded || !item}>
        <ol className={styles.list}>
          {detail.items.map((one) => (
            <li key={one.item.id} ref={one.item.id === shown ? current : null}>
              <ItemRow
                one={one}
                now={now}
                shown={one.item.id === shown}
                onShow={() => {
                  setUnfolded(false)
                  show(one.item.id)
                }}
              />
            </li>
          ))}
        </ol>
        <Total items={detail.items} now={now} />
      </div>
    </nav>
  )
}

function ItemRow(props: {
  readonly one: ItemDetail
  readonly now: string
  readonly shown: boolean
  readonly onShow: () => void
}) {
  const { item, numberText, quorum } = props.one
  const t = useT()
  const { inSession } = useSession()
  const isHeading = item.type === 'heading'
  const running = isRunning(item)
  const lacks = inSession && !quorum.met && !isHeading && item.type !== 'break'
  return (
    <button
      type="button"
      className={styles.row}
      data-heading={isHeading}
      data-shown={props.shown}
      aria-current={props.shown ? 'true' : undefined}
      onClick={props.onShow}
    >
      {!isHeading && (
        <span className={styles.mark} data-status={running ? 'running' : item.status}>
          <Icon
            name={running ? 'clock' : marks[item.status]}
            size={14}
            label={running ? t('session.clock.running') : t(`codes.itemStatus.${item.status}`)}
          />
        </span>
      )}
      <span className={styles.words}>
        {numberText && <span className={styles.number}>{numberText}</span>}
        <span className={styles.title}>{item.title}</span>
        <span className={styles.signs}>
          {!isHeading && <Minutes item={item} now={props.now} />}
          {item.confidential && <Icon name="lock" size={12} label={t('session.item.confidential')} />}
          {lacks && (
            <span className={styles.danger}>
              <Icon name="warning" size={12} label={t('session.quorum.short')} />
            </span>
          )}
        </span>
      </span>
    </button>
  )
}

function Minutes({ item, now }: { readonly item: ItemDetail['item']; readonly now: string }) {
  const t = useT()
  const used = minutesUsed(item, now)
  const planned = item.minutesPlanned
  if (used === null && planned === null) return null
  const over = used !== null && planned !== null && used > planned
  const words =
    used === null
      ? t('session.clock.planned', { planned })
      : planned === null
        ? t('session.clock.used', { used })
        : t('session.clock.usedOf', { used, planned })
  return <span className={over ? styles.over : undefined}>{words}</span>
}

/** How the whole meeting stands against its plan. */
function Total({ items, now }: { readonly items: readonly ItemDetail[]; readonly now: string }) {
  const t = useT()
  const format = useFormat()
  const planned = items.reduce((sum, { item }) => sum + (item.minutesPlanned ?? 0), 0)
  const used = items.reduce((sum, { item }) => sum + (minutesUsed(item, now) ?? 0), 0)
  const due = items.reduce(
    (sum, { item }) => sum + (minutesUsed(item, now) === null ? 0 : (item.minutesPlanned ?? 0)),
    0,
  )
  if (planned === 0 && used === 0) return null
  const over = used - due
  return (
    <p className={styles.total}>
      {t('session.clock.total', { used: format.number(used), planned: format.number(planned) })}
      {used > 0 && over > 0 && <span className={styles.over}> {t('session.clock.overrun', { count: over })}</span>}
    </p>
  )
}
