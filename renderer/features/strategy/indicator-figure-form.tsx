import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { Checkbox } from '#renderer/components/choices.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import parts from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { TextArea, TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import { isDone } from '#shared/contract/problem.ts'
import { readFigure } from '#shared/domain/figure-text.ts'
import { typedNumber } from '#shared/domain/numbers.ts'
import { readPeriod } from '#shared/domain/periods.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { entryStatuses } from './figure-pending.ts'
import { useFigureWords } from './figure-words.ts'
import { RegionField } from './indicator-regions.tsx'
import type { IndicatorRow, SavedFigure, Series } from './indicator-use.ts'

interface Props {
  readonly indicator: IndicatorRow
  readonly series: readonly Series[]
  /** The figure to be corrected; null = a new one. */
  readonly figure: SavedFigure | null
  readonly onDone: () => void
}
type Entered = {
  regionCode: string | null
  period: string
  breakdownCode: string
  value: string
  missingReason: string
  status: (typeof entryStatuses)[number]
  vintage: string | null
  seriesBreak: boolean
  breakNote: string
  sourceDocument: string
  note: string
}

/** One figure with all that can be said of it: a new one, or one that was entered wrongly. */
export function FigureForm({ indicator, series, figure, onDone }: Props) {
  const t = useT()
  const language = useLanguage()
  const words = useFigureWords()
  const form = useRef<HTMLDivElement>(null)
  const [entered, setEntered] = useState<Entered>(() =>
    startOf(figure, indicator, (value) => typedNumber(value, language)),
  )
  const [tried, setTried] = useState(false)
  const [sure, setSure] = useState(false)
  const draft = useDraft<Entered>(`figure:${figure?.id ?? indicator.id}`, (kept) =>
    setEntered((now) => ({ ...now, ...kept })),
  )
  const add = useCommand('measurements.enter', { done: t('indicators.figures.saved', { count: 1, shown: '1' }) })
  const revise = useCommand('measurements.revise', { done: t('indicators.figures.corrected') })
  const command = figure ? revise : add
  useFocusProblem(form, command.problem)
  function set(changes: Partial<Entered>) {
    const next = { ...entered, ...changes }
    setEntered(next)
    setSure(false)
    draft.keep(next)
  }
  const read = readFigure(entered.value, indicator)
  const period = readPeriod(entered.period)
  const missing = read.kind === 'missing'
  const required = t('problems.field.required')
  const own = !tried
    ? {}
    : {
        regionCode: entered.regionCode ? undefined : required,
        period: !period.ok ? messageText(t, period.message) : period.value === null ? required : undefined,
        value: read.kind === 'refused' ? messageText(t, read.message) : read.kind === 'empty' ? required : undefined,
        missingReason:
          missing && entered.missingReason.trim() === '' ? t('indicators.figures.problems.noReason') : undefined,
        breakNote:
          entered.seriesBreak && entered.breakNote.trim() === ''
            ? t('indicators.figures.problems.noBreakNote')
            : undefined,
      }
  const problem = (field: keyof Entered) =>
    (own as Partial<Record<keyof Entered, string>>)[field] ?? command.field(field)
  const jump = Object.values(command.problem?.fields ?? {}).some(({ key }) => key === 'problems.field.jump')
  async function submit() {
    setTried(true)
    const { regionCode } = entered
    const wrong =
      !regionCode ||
      !period.ok ||
      period.value === null ||
      read.kind === 'refused' ||
      read.kind === 'empty' ||
      (missing && entered.missingReason.trim() === '') ||
      (entered.seriesBreak && entered.breakNote.trim() === '')
    if (wrong) return leadToRefused(form.current)
    const fields = {
      regionCode,
      period: period.value ?? '',
      breakdownCode: entered.breakdownCode.trim() || null,
      value: read.kind === 'value' ? read.value : null,
      missingReason: missing ? entered.missingReason.trim() : null,
      status: missing ? ('missing' as const) : entered.status,
      vintage: entered.vintage ?? today(),
      seriesBreak: entered.seriesBreak,
      breakNote: entered.seriesBreak ? entered.breakNote.trim() : null,
      sourceDocument: entered.sourceDocument.trim() || null,
      note: entered.note.trim() || null,
    }
    const reply = figure
      ? await revise.run({ id: figure.id, changes: fields, confirmJumps: sure })
      : await add.run({ figures: [{ ...fields, indicatorId: indicator.id }], confirmJumps: sure })
    if (!isDone(reply)) return
    draft.discard()
    onDone()
  }
  const regions = regionOptions(indicator, series)
  const known = regions.some(({ key }) => key === entered.regionCode) || entered.regionCode === null
  return (
    <div ref={form} className={parts.stack}>
      {command.problem && !command.problem.fields && <ErrorNote error={command.problem} />}
      <div className={parts.pair}>
        {regions.length > 0 && known ? (
          <Select
            label={t('app.fields.regionCode')}
            required
            options={regions}
            value={entered.regionCode}
            onChange={(regionCode) => set({ regionCode })}
            problem={problem('regionCode')}
          />
        ) : (
          <RegionField
            label={t('app.fields.regionCode')}
            required
            value={entered.regionCode}
            onChange={(regionCode) => set({ regionCode })}
            problem={problem('regionCode')}
          />
        )}
        <TextField
          label={t('app.fields.period')}
          hint={t('indicators.figures.periodHint')}
          required
          value={entered.period}
          onChange={(text) => set({ period: text })}
          onEnter={() => void submit()}
          problem={problem('period')}
        />
        {indicator.breakdown !== 'none' && (
          <TextField
            label={t(`codes.breakdown.${indicator.breakdown}`)}
            value={entered.breakdownCode}
            onChange={(text) => set({ breakdownCode: text })}
            problem={problem('breakdownCode')}
          />
        )}
        <TextField
          label={t('app.fields.value')}
          hint={[words.unitName(indicator), t('indicators.figures.valueHint')].filter(Boolean).join('. ')}
          required
          inputMode="decimal"
          value={entered.value}
          onChange={(text) => set({ value: text })}
          onEnter={() => void submit()}
          problem={problem('value')}
        />
        {missing ? (
          <TextField
            label={t('app.fields.missingReason')}
            required
            value={entered.missingReason}
            onChange={(text) => set({ missingReason: text })}
            problem={problem('missingReason')}
          />
        ) : (
          <Select
            label={t('app.fields.status')}
            options={entryStatuses.map((key) => ({ key, label: words.status(key) }))}
            value={entered.status}
            onChange={(status) => status && set({ status })}
            problem={problem('status')}
          />
        )}
        <DayField
          label={t('app.fields.vintage')}
          value={entered.vintage ?? today()}
          onChange={(vintage) => set({ vintage })}
          problem={problem('vintage')}
        />
        <TextField
          label={t('app.fields.sourceDocument')}
          value={entered.sourceDocument}
          onChange={(text) => set({ sourceDocument: text })}
          problem={problem('sourceDocument')}
        />
      </div>
      <Checkbox
        label={t('indicators.figures.breakBefore')}
        checked={entered.seriesBreak}
        onChange={(seriesBreak) => set({ seriesBreak })}
      />
      {entered.seriesBreak && (
        <TextField
          label={t('app.fields.breakNote')}
          required
          value={entered.breakNote}
          onChange={(text) => set({ breakNote: text })}
          problem={problem('breakNote')}
        />
      )}
      <TextArea
        label={t('app.fields.note')}
        rows={2}
        value={entered.note}
        onChange={(text) => set({ note: text })}
        problem={problem('note')}
      />
      {jump && <Checkbox label={t('indicators.figures.jumps.confirm')} checked={sure} onChange={setSure} />}
      <div className={parts.buttons}>
        <Button kind="primary" busy={command.busy} onPress={() => void submit()}>
          {t(figure ? 'indicators.figures.correct' : 'common.add')}
        </Button>
        <Button
          onPress={() => {
            draft.discard()
            onDone()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}

function startOf(figure: SavedFigure | null, indicator: IndicatorRow, write: (value: number) => string): Entered {
  return {
    regionCode: figure?.regionCode ?? indicator.regionCodes[0] ?? null,
    period: figure?.period ?? '',
    breakdownCode: figure?.breakdownCode ?? '',
    value: !figure ? '' : figure.value === null ? ':' : write(figure.value),
    missingReason: figure?.missingReason ?? '',
    status: entryStatuses.find((one) => one === figure?.status) ?? 'final',
    vintage: figure?.vintage ?? null,
    seriesBreak: figure?.seriesBreak ?? false,
    breakNote: figure?.breakNote ?? '',
    sourceDocument: figure?.sourceDocument ?? '',
    note: figure?.note ?? '',
  }
}

function regionOptions(indicator: IndicatorRow, series: readonly Series[]) {
  const codes = [...new Set([...indicator.regionCodes, ...series.map(({ regionCode }) => regionCode)])]
  return codes.map((key) => ({
    key,
    label: series.find(({ regionCode }) => regionCode === key)?.regionName ?? key,
    detail: key,
  }))
}
