import { Fragment, useId, useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import parts from '#renderer/components/parts.module.css'
import { WriteIconButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { comparePeriods } from '#shared/domain/periods.ts'
import { useFigureWords } from './figure-words.ts'
import styles from './indicator.module.css'
import type { IndicatorRow, SavedFigure, Series } from './indicator-use.ts'

interface Props {
  readonly indicator: IndicatorRow
  readonly series: readonly Series[]
  readonly onEdit: (figure: SavedFigure) => void
}
const firstRows = 40

/** Every figure in force as text, the newest first, each with what was said before it was revised. */
export function IndicatorTable({ indicator, series, onEdit }: Props) {
  const t = useT()
  const format = useFormat()
  const words = useFigureWords()
  const [shown, setShown] = useState(firstRows)
  const [unfolded, setUnfolded] = useState<string | null>(null)
  const rows = series
    .flatMap((one) => one.figures.map((figure) => ({ figure, regionName: one.regionName })))
    .sort((a, b) => comparePeriods(b.figure.period, a.figure.period))
  // The unit is told once, where it is more than a sign behind the number.
  const unit = indicator.unit === 'percent' ? '' : words.unitName(indicator)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.tableFrame} tabIndex={0} aria-label={t('indicators.figures.table')}>
        <table className={`${parts.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('app.fields.period')}</th>
              <th scope="col">{t('app.fields.regionCode')}</th>
              <th scope="col">{[t('app.fields.value'), unit].filter(Boolean).join(', ')}</th>
              <th scope="col">{t('app.fields.status')}</th>
              <th scope="col">
                <span className={styles.spoken}>{t('indicators.figures.doTo')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ figure, regionName }) => (
              <Fragment key={figure.id}>
                <Row
                  indicator={indicator}
                  figure={figure}
                  regionName={regionName}
                  open={unfolded === figure.id}
                  onOpen={() => setUnfolded(unfolded === figure.id ? null : figure.id)}
                  onEdit={() => onEdit(figure)}
                />
                {unfolded === figure.id && (
                  <tr>
                    <td colSpan={5} className={styles.before}>
                      <Vintages indicator={indicator} figure={figure} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown && (
        <div>
          <Button small onPress={() => setShown(shown + 200)}>
            {t('indicators.figures.more', { shown: format.number(shown), all: format.number(rows.length) })}
          </Button>
        </div>
      )}
    </>
  )
}

interface RowProps {
  readonly indicator: IndicatorRow
  readonly figure: SavedFigure
  readonly regionName: string
  readonly open: boolean
  readonly onOpen: () => void
  readonly onEdit: () => void
}
function Row({ indicator, figure, regionName, open, onOpen, onEdit }: RowProps) {
  const t = useT()
  const format = useFormat()
  const words = useFigureWords()
  const id = useId()
  const more = [
    t('indicators.figures.fetched', { day: format.day(figure.vintage) }),
    figure.seriesBreak && t('indicators.figures.breakNoted', { note: figure.breakNote ?? '' }),
    figure.sourceDocument,
    figure.note,
  ]
  const remove = useCommand('measurements.remove', { done: t('indicators.figures.removed'), problemAsToast: true })
  return (
    <tr>
      <th scope="row" id={id}>
        {words.period(figure.period)}
      </th>
      <td className={styles.words}>{[regionName, figure.breakdownCode].filter(Boolean).join(' · ')}</td>
      <td>
        {figure.value === null ? (
          <span className={parts.quiet}>
            {t('indicators.figures.missingSaid', { reason: figure.missingReason ?? '' })}
          </span>
        ) : indicator.unit === 'percent' ? (
          words.value(figure.value, indicator)
        ) : (
          words.number(figure.value, indicator)
        )}
      </td>
      <td className={styles.words}>
        {words.status(figure.status)}
        <span className={styles.more}>{more.filter(Boolean).join(' · ')}</span>
      </td>
      <td>
        <div className={styles.tools}>
          <IconButton
            icon="history"
            label={t('indicators.figures.earlier')}
            expanded={open}
            describedBy={id}
            onPress={onOpen}
          />
          <WriteIconButton icon="edit" label={t('indicators.figures.correct')} describedBy={id} onPress={onEdit} />
          <WriteIconButton
            icon="remove"
            label={t('indicators.figures.remove')}
            describedBy={id}
            onPress={() => void remove.run({ id: figure.id })}
          />
        </div>
      </td>
    </tr>
  )
}

/** What was said of a figure before: "was 3,92 on 1 March". */
function Vintages({ indicator, figure }: { readonly indicator: IndicatorRow; readonly figure: SavedFigure }) {
  const t = useT()
  const format = useFormat()
  const words = useFigureWords()
  const { indicatorId, regionCode, period, breakdownCode } = figure
  const found = useOperation('measurements.vintages', { indicatorId, regionCode, period, breakdownCode })
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading lines={1} />
  const earlier = found.data.filter(({ id }) => id !== figure.id)
  if (earlier.length === 0) return <p>{t('indicators.figures.noEarlier')}</p>
  return (
    <ul>
      {earlier.map((one) => (
        <li key={one.id}>
          {t('indicators.figures.was', {
            value: one.value === null ? t('indicators.figures.none') : words.value(one.value, indicator),
            day: format.day(one.vintage),
            status: words.status(one.status).toLocaleLowerCase(),
          })}
        </li>
      ))}
    </ul>
  )
}
