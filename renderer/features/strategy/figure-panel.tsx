import { Button } from '#renderer/components/button.tsx'
import { Checkbox } from '#renderer/components/choices.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { type Figure, type GridRow, keyOf, type PendingCell, readPending, reasonOf } from './figure-pending.ts'
import type { FigureWords } from './figure-words.ts'
import styles from './figures.module.css'
import type { CellProblem, FigurePending } from './use-figure-pending.ts'

interface Props {
  readonly row: GridRow
  readonly period: string
  readonly figure: Figure | undefined
  readonly cell: PendingCell | undefined
  readonly problem: CellProblem | undefined
  readonly pending: FigurePending
  readonly words: FigureWords
  /** A button has done its work and is gone: back to the cell. `confirmed`: a jump that was, to be said aloud. */
  readonly onDone: (confirmed?: PendingCell) => void
}

/** The cell at hand in full: what is saved of it and since when, what waits, and what a number alone can't say. */
export function FigurePanel({ row, period, figure, cell, problem, pending, words, onDone }: Props) {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly()
  const { indicator } = row
  const remove = useCommand('measurements.remove', { done: t('indicators.figures.removed'), problemAsToast: true })
  const change = (changes: Partial<PendingCell>) => cell && pending.amend({ ...cell, ...changes })
  const read = cell && readPending(cell)
  const saved = figure && [
    figure.value === null
      ? t('indicators.figures.missingSaid', { reason: figure.missingReason ?? '' })
      : words.value(figure.value, indicator),
    words.status(figure.status),
    t('indicators.figures.fetched', { day: format.day(figure.vintage) }),
    figure.sourceDocument,
    figure.seriesBreak && t('indicators.figures.breakNoted', { note: figure.breakNote ?? '' }),
    figure.note,
  ]
  return (
    <section className={styles.panel} aria-label={t('indicators.figures.panel')}>
      <p className={styles.where}>
        <RecordLink area="indicators" id={indicator.id}>
          {indicator.code} {indicator.title}
        </RecordLink>{' '}
        · {row.regionName} · {words.period(period)}
      </p>
      <p className={styles.saved}>{saved ? saved.filter(Boolean).join(' · ') : t('indicators.figures.nothingSaved')}</p>
      {cell && problem && (
        <p className={problem.jump ? styles.asked : styles.refused}>{messageText(t, problem.message)}</p>
      )}
      {cell && read?.kind === 'missing' && (
        <TextField
          label={t('app.fields.missingReason')}
          value={cell.reason}
          placeholder={reasonOf({ ...cell, reason: '' }, pending.entry, pending.signs)}
          onChange={(reason) => change({ reason: reason.slice(0, 200) })}
        />
      )}
      {cell && read?.kind !== 'empty' && (
        <div className={styles.breakRow}>
          <Checkbox
            label={t('indicators.figures.breakBefore')}
            checked={cell.seriesBreak}
            disabled={readOnly}
            onChange={(seriesBreak) => change({ seriesBreak })}
          />
          {cell.seriesBreak && (
            <TextField
              label={t('app.fields.breakNote')}
              required
              value={cell.breakNote}
              onChange={(breakNote) => change({ breakNote: breakNote.slice(0, 200) })}
            />
          )}
        </div>
      )}
      <div className={styles.panelButtons}>
        {problem?.jump && (
          <Button
            small
            onPress={() => {
              pending.confirm([problem.key])
              onDone(cell)
            }}
          >
            {t('indicators.figures.jumps.confirm')}
          </Button>
        )}
        {cell && (
          <Button
            small
            icon="undo"
            onPress={() => {
              pending.drop([keyOf(cell)])
              onDone()
            }}
          >
            {t('indicators.figures.putBack')}
          </Button>
        )}
        {figure && (!cell || read?.kind === 'empty') && (
          <WriteButton
            small
            icon="remove"
            busy={remove.busy}
            onPress={() =>
              void remove.run({ id: figure.id }).then((reply) => {
                if (!reply.ok) return
                if (cell) pending.drop([keyOf(cell)])
                onDone()
              })
            }
          >
            {t('indicators.figures.remove')}
          </WriteButton>
        )}
      </div>
    </section>
  )
}
