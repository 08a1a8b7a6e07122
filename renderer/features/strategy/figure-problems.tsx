import { useId, useRef } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import type { PendingCell } from './figure-pending.ts'
import type { FigureWords } from './figure-words.ts'
import styles from './figures.module.css'
import type { CellProblem, FigurePending } from './use-figure-pending.ts'

interface Props {
  readonly pending: FigurePending
  readonly words: FigureWords
  readonly onGo: (problem: CellProblem) => void
  /** A jump was confirmed: to be said aloud. */
  readonly onConfirmed: (cell: PendingCell) => void
  /** Nothing is left to be looked at here. */
  readonly onDone: () => void
}
const mostListed = 50

/** Every cell that must be put right or looked at before it is saved; each leads to its cell. Jumps are confirmed one by one or all at once. */
export function FigureProblems({ pending, words, onGo, onConfirmed, onDone }: Props) {
  const t = useT()
  const id = useId()
  const part = useRef<HTMLDivElement>(null)
  const format = useFormat()
  const { problems, cells } = pending
  if (problems.length === 0) return null
  const wrong = problems.filter(({ jump }) => !jump)
  const jumps = problems.filter(({ jump }) => jump)
  const fine = Object.keys(cells).filter((key) => !problems.some((one) => one.key === key))
  const idOf = ({ key }: CellProblem) => `${id}-${key.replaceAll(/\s/g, '-')}`
  /** The focus goes on to the next one that is asked about; from the last one to its cell. */
  function confirm(one: CellProblem) {
    const at = jumps.indexOf(one)
    const next = jumps[at + 1] ?? jumps[at - 1]
    const lines = [...(part.current?.querySelectorAll<HTMLElement>('li') ?? [])]
    const line = lines.find(({ dataset }) => next && dataset.key === next.key)
    pending.confirm([one.key])
    onConfirmed(one.cell)
    if (line) line.querySelector<HTMLElement>('button:last-of-type')?.focus()
    else onGo(one)
  }
  const list = (label: string, all: readonly CellProblem[]) => (
    <section aria-label={label} className={styles.problemPart}>
      <h2>{label}</h2>
      <ul>
        {all.slice(0, mostListed).map((one) => (
          <li key={one.key} data-key={one.key}>
            <button type="button" id={idOf(one)} className={styles.toCell} onClick={() => onGo(one)}>
              {one.cell.label}, {words.period(one.cell.period)}: {one.cell.text || t('indicators.figures.blank')}
            </button>
            <span>{messageText(t, one.message)}</span>
            {one.jump && (
              <Button small describedBy={idOf(one)} onPress={() => confirm(one)}>
                {t('indicators.figures.jumps.confirm')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {all.length > mostListed && (
        <p>
          {t('indicators.figures.problems.more', {
            count: all.length - mostListed,
            shown: format.number(all.length - mostListed),
          })}
        </p>
      )}
    </section>
  )
  return (
    <div ref={part} className={styles.problems}>
      {wrong.length > 0 &&
        list(
          t('indicators.figures.problems.wrong', { count: wrong.length, shown: format.number(wrong.length) }),
          wrong,
        )}
      {jumps.length > 0 &&
        list(t('indicators.figures.jumps.title', { count: jumps.length, shown: format.number(jumps.length) }), jumps)}
      <div className={styles.problemButtons}>
        {wrong.length === 0 && jumps.length > 0 && (
          <Button
            small
            kind="primary"
            busy={pending.busy}
            onPress={() =>
              void pending
                .saveSure(
                  Object.keys(cells),
                  jumps.map(({ key }) => key),
                )
                .then((saved) => saved && onDone())
            }
          >
            {t('indicators.figures.jumps.confirmAll')}
          </Button>
        )}
        {fine.length > 0 && (
          <Button small busy={pending.busy} onPress={() => void pending.save(fine)}>
            {t('indicators.figures.saveRest', { count: fine.length, shown: format.number(fine.length) })}
          </Button>
        )}
        <Button
          small
          onPress={() => {
            pending.drop((wrong.length > 0 ? wrong : jumps).map(({ key }) => key))
            if (wrong.length === 0 || jumps.length === 0) onDone()
          }}
        >
          {t('indicators.figures.problems.drop')}
        </Button>
      </div>
    </div>
  )
}
