import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useToasts } from '#renderer/lib/toasts.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { entryStatuses, readPending } from './figure-pending.ts'
import type { FigureWords } from './figure-words.ts'
import styles from './figures.module.css'
import type { FigurePending } from './use-figure-pending.ts'

interface Props {
  readonly pending: FigurePending
  readonly words: FigureWords
  /** How many of those that wait are not in the rows and columns shown. */
  readonly hidden: number
  readonly onShowHidden: () => void
  readonly onSave: () => void
  readonly onDiscarded: () => void
}

/** What holds for all that is entered together, and saving it: one change, one undo. */
export function FigureBar({ pending, words, hidden, onShowHidden, onSave, onDiscarded }: Props) {
  const t = useT()
  const format = useFormat()
  const toasts = useToasts()
  const { entry, setEntry, cells } = pending
  const all = Object.values(cells)
  const missing = all.some((cell) => readPending(cell).kind === 'missing')
  const count = all.length
  return (
    <section className={styles.bar} aria-label={t('indicators.figures.bar')}>
      <div className={styles.entry}>
        <Select
          label={t('app.fields.status')}
          options={entryStatuses.map((key) => ({ key, label: words.status(key) }))}
          value={entry.status}
          onChange={(status) => setEntry(status ? { status } : {})}
          problem={pending.entryField('status')}
        />
        <DayField
          label={t('app.fields.vintage')}
          value={entry.vintage ?? today()}
          onChange={(vintage) => setEntry({ vintage: vintage === today() ? null : vintage })}
        />
        <TextField
          label={t('app.fields.sourceDocument')}
          value={entry.sourceDocument}
          onChange={(sourceDocument) => setEntry({ sourceDocument: sourceDocument.slice(0, 200) })}
        />
        {missing && (
          <TextField
            label={t('indicators.figures.reasonForAll')}
            value={entry.reason}
            onChange={(reason) => setEntry({ reason: reason.slice(0, 200) })}
          />
        )}
      </div>
      <div className={styles.saveRow}>
        <span role="status" className={styles.waiting}>
          {count === 0
            ? t('indicators.figures.noneWaiting')
            : t('indicators.figures.count', { count, shown: format.number(count) })}
          {pending.restored && count > 0 && <> {t('indicators.figures.restored')}</>}
        </span>
        {hidden > 0 && (
          <Button small kind="quiet" onPress={onShowHidden}>
            {t('indicators.figures.showHidden', { count: hidden, shown: format.number(hidden) })}
          </Button>
        )}
        {count > 0 && (
          <>
            <Button
              onPress={() => {
                pending.clear()
                onDiscarded()
                toasts.show({
                  text: t('indicators.figures.discarded', { count, shown: format.number(count) }),
                  action: { label: t('common.undo'), run: () => void pending.undo() },
                })
              }}
            >
              {t('indicators.figures.discard')}
            </Button>
            <WriteButton kind="primary" busy={pending.busy} onPress={onSave}>
              {t('indicators.figures.save', { count, shown: format.number(count) })}
            </WriteButton>
          </>
        )}
      </div>
      {pending.problem && (
        <p role="alert" className={styles.refused}>
          {pending.problem}
        </p>
      )}
    </section>
  )
}
