import { useState } from 'react'
import { MultiSelect } from '#renderer/components/choices.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { EmptyState, Note } from '#renderer/components/notes.tsx'
import parts from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { planName } from '#renderer/lib/plan-options.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { useFigureWords } from './figure-words.ts'
import { IndicatorChart } from './indicator-chart.tsx'
import { FigureForm } from './indicator-figure-form.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { useTrendWords } from './indicator-trend.tsx'
import { type OpenIndicator, type SavedFigure, type Series, seriesKey, seriesName } from './indicator-use.ts'
import { StatisticsImport } from './statistics-import.tsx'

const mostDrawn = 6
/** How an indicator stands: its newest figure and trend, its series drawn, and every figure beneath as text. */
export function IndicatorOverview({ open }: { readonly open: OpenIndicator }) {
  const t = useT()
  const format = useFormat()
  const { indicator, series, warnings, referenceOf, cut } = open
  const [form, setForm] = useState<'new' | SavedFigure | null>(null)
  const [importing, setImporting] = useState(false)
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const drawn = chosen
    ? series.filter((one) => chosen.includes(seriesKey(one))).slice(0, mostDrawn)
    : drawnAtFirst(series)
  const reference = useReference(open, drawn[0]?.regionCode)
  return (
    <div className={parts.part}>
      {warnings.map((one) => (
        <Note key={`${one.field} ${one.message.key}`} tone="warning">
          {messageText(
            t,
            one.message.params ? { key: one.message.key, params: one.message.params } : { key: one.message.key },
          )}
        </Note>
      ))}
      <Facts open={open} />
      {series.length === 0 ? (
        <EmptyState
          icon="chart"
          title={t('indicators.figures.nothingYet')}
          action={
            <div className={parts.buttons}>
              <WriteButton kind="primary" icon="plus" onPress={() => setForm('new')}>
                {t('indicators.figures.add')}
              </WriteButton>
              <WriteButton icon="file" onPress={() => setImporting(true)}>
                {t('indicators.statistics.open')}
              </WriteButton>
            </div>
          }
        >
          {t('indicators.figures.nothingYetText')}
        </EmptyState>
      ) : (
        <>
          {series.length > 1 && (
            <MultiSelect
              label={t('indicators.chart.shown', { most: format.number(mostDrawn) })}
              options={series.map((one) => ({ key: seriesKey(one), label: seriesName(one) }))}
              value={drawn.map(seriesKey)}
              onChange={(keys) => setChosen(keys.slice(-mostDrawn))}
            />
          )}
          <IndicatorChart indicator={indicator} series={drawn} reference={reference} />
          <section className={parts.section} aria-label={t('indicators.tabs.figures')}>
            <div className={parts.sectionTop}>
              <h3>{t('indicators.tabs.figures')}</h3>
              <div className={parts.buttons}>
                <WriteButton small icon="plus" onPress={() => setForm('new')}>
                  {t('indicators.figures.add')}
                </WriteButton>
                <WriteButton small icon="file" onPress={() => setImporting(true)}>
                  {t('indicators.statistics.open')}
                </WriteButton>
                <RecordLink area="figures" search={{ ids: [indicator.id] }}>
                  {t('indicators.figures.inGrid')}
                </RecordLink>
              </div>
            </div>
            {cut && <Note tone="info">{t('indicators.figures.cut')}</Note>}
            <IndicatorTable indicator={indicator} series={series} onEdit={setForm} />
          </section>
        </>
      )}
      {referenceOf.length > 0 && (
        <section className={parts.section} aria-label={t('indicators.referenceOf')}>
          <h3>{t('indicators.referenceOf')}</h3>
          <ul className={parts.links}>
            {referenceOf.map(({ id, code, title }) => (
              <li key={id}>
                <RecordLink area="goals" id={id}>
                  {code} {title}
                </RecordLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Dialog
        open={form !== null}
        onClose={() => setForm(null)}
        title={t(form === 'new' ? 'indicators.figures.add' : 'indicators.figures.correct')}
        closeOutside={false}
      >
        {form !== null && (
          <FigureForm
            indicator={indicator}
            series={series}
            figure={form === 'new' ? null : form}
            onDone={() => setForm(null)}
          />
        )}
      </Dialog>
      {importing && <StatisticsImport indicatorId={indicator.id} onClose={() => setImporting(false)} />}
    </div>
  )
}

/** The first series, and up to two beside it whose figures are of its size: the whole country's would press it flat. */
function drawnAtFirst(series: readonly Series[]): readonly Series[] {
  const whole = series.filter(({ breakdownCode }) => breakdownCode === null || series.length <= mostDrawn)
  const largest = ({ figures }: Series) => Math.max(0, ...figures.map(({ value }) => Math.abs(value ?? 0)))
  const [first] = whole
  const size = first ? largest(first) : 0
  return whole.filter((one) => one === first || (largest(one) <= size * 5 && largest(one) * 5 >= size)).slice(0, 3)
}

function Facts({ open }: { readonly open: OpenIndicator }) {
  const t = useT()
  const format = useFormat()
  const words = useFigureWords()
  const trendOf = useTrendWords()
  const { indicator } = open
  const { latest } = indicator
  const trend = trendOf(indicator)
  const plansOf = indicator.goals.map(({ planTitle, versionLabel }) => planName({ title: planTitle, versionLabel }))
  const severalPlans = new Set(plansOf).size > 1
  return (
    <dl className={parts.facts}>
      <dt>{t('indicators.list.latest')}</dt>
      <dd>
        {latest ? (
          <>
            <strong>
              {latest.value === null
                ? t('indicators.figures.missingSaid', { reason: latest.missingReason ?? '' })
                : words.value(latest.value, indicator)}
            </strong>{' '}
            {[
              words.period(latest.period),
              words.status(latest.status),
              t('indicators.figures.fetched', { day: format.day(latest.vintage) }),
            ].join(' · ')}
          </>
        ) : (
          t('indicators.list.noFigure')
        )}
      </dd>
      {trend && (
        <>
          <dt>{t('indicators.list.trend')}</dt>
          <dd>
            <span aria-hidden="true">{trend.arrow} </span>
            {trend.text}, {trend.since}
          </dd>
        </>
      )}
      <dt>{t('indicators.measures')}</dt>
      <dd>
        {indicator.goals.length === 0 ? (
          t(indicator.planTitle ? 'indicators.measuresMainGoal' : 'indicators.measuresNothing')
        ) : (
          <ul>
            {indicator.goals.map(({ id, code, title, lead, planTitle, versionLabel, inForce }) => (
              <li key={id}>
                <RecordLink area="goals" id={id}>
                  {code} {title}
                </RecordLink>
                <span className={parts.quiet}>
                  {[
                    '',
                    lead && t('indicators.lead'),
                    // The goal and the one that it took over from differ by their plans alone.
                    severalPlans && planName({ title: planTitle, versionLabel }),
                    !inForce && t('goals.links.notInForce'),
                  ]
                    .filter((one) => one !== false)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </dd>
      {indicator.sourceName && (
        <>
          <dt>{t('app.fields.sourceName')}</dt>
          <dd>{[indicator.sourceName, indicator.sourceTable].filter(Boolean).join(', ')}</dd>
        </>
      )}
      {indicator.nextExpectedOn && (
        <>
          <dt>{t('indicators.list.nextExpected')}</dt>
          <dd>{format.day(indicator.nextExpectedOn)}</dd>
        </>
      )}
    </dl>
  )
}

/** The series that a goal measured by this one is to be better than, of the same region where it has that, and in the same unit. */
function useReference(
  open: OpenIndicator,
  regionCode: string | undefined,
): { readonly name: string; readonly series: Series } | null {
  const lead = open.indicator.goals.find((goal) => goal.lead) ?? open.indicator.goals[0]
  const goal = useOperation('goals.open', { id: lead?.id ?? '' }, { enabled: lead !== undefined })
  const referenceId = goal.data?.goal.referenceId ?? null
  const found = useOperation('indicators.open', { id: referenceId ?? '' }, { enabled: referenceId !== null })
  if (referenceId === open.indicator.id || !found.data || found.data.indicator.unit !== open.indicator.unit) return null
  const whole = found.data.series.filter(({ breakdownCode }) => breakdownCode === null)
  const series = whole.find((one) => one.regionCode === regionCode) ?? whole[0]
  return series ? { name: `${found.data.indicator.code}, ${series.regionName}`, series } : null
}
