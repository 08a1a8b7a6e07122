import parts from '#renderer/components/parts.module.css'
import { SavingDay, SavingParsed, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { parseDecimal } from '#shared/domain/numbers.ts'
import {
  availabilities,
  breakdowns,
  directions,
  frequencies,
  indicatorUnits,
} from '#shared/domain/records/indicator.ts'
import { usePlanOptions, useWarningAt } from './goal-use.ts'
import { IndicatorRegionList } from './indicator-region-list.tsx'
import { type OpenIndicator, useReviseIndicator } from './indicator-use.ts'
import { Warned } from './indicator-warned.tsx'

/** Every field of an indicator, each saving itself; what is missing stands beside the field that it is about. */
export function IndicatorFields({ open }: { readonly open: OpenIndicator }) {
  return (
    <div className={parts.part}>
      <Identity open={open} />
      <Counted open={open} />
      <Source open={open} />
      <Meaning open={open} />
    </div>
  )
}

function Identity({ open }: { readonly open: OpenIndicator }) {
  const t = useT()
  const { indicator, warnings } = open
  const save = useReviseIndicator(indicator.id)
  const warning = useWarningAt(warnings)
  const plans = usePlanOptions()
  const persons = usePersonOptions(indicator.responsibleId ? [indicator.responsibleId] : [])
  return (
    <>
      <SavingText
        label={t('app.fields.title')}
        required
        field="title"
        draftKey={`indicator:${indicator.id}:title`}
        value={indicator.title}
        onSave={(title) => save({ title: title ?? '' })}
      />
      <div className={parts.pair}>
        <SavingText
          label={t('app.fields.code')}
          required
          field="code"
          draftKey={`indicator:${indicator.id}:code`}
          value={indicator.code}
          onSave={(code) => save({ code: code ?? '' })}
        />
        <SavingText
          label={t('app.fields.group')}
          field="group"
          draftKey={`indicator:${indicator.id}:group`}
          value={indicator.group}
          onSave={(group) => save({ group })}
        />
        <Warned by={warning('responsibleId')}>
          <SavingSelect
            label={t('app.fields.responsibleId')}
            emptyLabel={t('indicators.fields.nobody')}
            field="responsibleId"
            value={indicator.responsibleId}
            options={persons.options}
            onSave={(responsibleId) => save({ responsibleId })}
          />
        </Warned>
        <Warned by={warning('planId')}>
          <SavingSelect
            label={t('indicators.fields.plan')}
            emptyLabel={t('indicators.fields.noPlan')}
            field="planId"
            value={indicator.planId}
            options={plans.options}
            onSave={(planId) => save({ planId })}
          />
        </Warned>
      </div>
    </>
  )
}

function Counted({ open }: { readonly open: OpenIndicator }) {
  const t = useT()
  const format = useFormat()
  const { indicator, warnings } = open
  const save = useReviseIndicator(indicator.id)
  const warning = useWarningAt(warnings)
  return (
    <fieldset className={parts.fieldset}>
      <legend className={parts.legend}>{t('indicators.fields.counted')}</legend>
      <div className={parts.pair}>
        <Warned by={warning('unit')}>
          <SavingSelect
            label={t('indicators.list.unit')}
            field="unit"
            value={indicator.unit}
            options={indicatorUnits.map((key) => ({ key, label: t(`codes.indicatorUnit.${key}`) }))}
            onSave={(unit) => save(unit ? { unit } : {})}
          />
        </Warned>
        <SavingText
          label={t('app.fields.unitText')}
          field="unitText"
          draftKey={`indicator:${indicator.id}:unitText`}
          value={indicator.unitText}
          onSave={(unitText) => save({ unitText })}
        />
        <SavingParsed<number>
          label={t('app.fields.decimals')}
          field="decimals"
          draftKey={`indicator:${indicator.id}:decimals`}
          value={indicator.decimals}
          format={(decimals) => (decimals === null ? '' : String(decimals))}
          parse={format.parseCount}
          onSave={(decimals) => save({ decimals: decimals ?? 0 })}
        />
        <SavingSelect
          label={t('app.fields.direction')}
          field="direction"
          value={indicator.direction}
          options={directions.map((key) => ({ key, label: t(`codes.direction.${key}`) }))}
          onSave={(direction) => save(direction ? { direction } : {})}
        />
        <Warned by={warning('frequency')}>
          <SavingSelect
            label={t('app.fields.frequency')}
            field="frequency"
            value={indicator.frequency}
            options={frequencies.map((key) => ({ key, label: t(`codes.frequency.${key}`) }))}
            onSave={(frequency) => save(frequency ? { frequency } : {})}
          />
        </Warned>
        <Warned by={warning('nextExpectedOn')}>
          <SavingDay
            label={t('app.fields.nextExpectedOn')}
            yearless="future"
            field="nextExpectedOn"
            draftKey={`indicator:${indicator.id}:nextExpectedOn`}
            value={indicator.nextExpectedOn}
            onSave={(nextExpectedOn) => save({ nextExpectedOn })}
          />
        </Warned>
        <SavingSelect
          label={t('app.fields.breakdown')}
          field="breakdown"
          value={indicator.breakdown}
          options={breakdowns.map((key) => ({ key, label: t(`codes.breakdown.${key}`) }))}
          onSave={(breakdown) => save(breakdown ? { breakdown } : {})}
        />
        <SavingParsed<number>
          label={t('app.fields.jumpFactor')}
          hint={t('indicators.fields.jumpHint')}
          field="jumpFactor"
          draftKey={`indicator:${indicator.id}:jumpFactor`}
          value={indicator.jumpFactor}
          format={(factor) => (factor === null ? '' : format.number(factor, Number.isInteger(factor) ? 0 : 2))}
          parse={(text) => parseDecimal(text)}
          onSave={(jumpFactor) => save({ jumpFactor })}
        />
      </div>
      <Warned by={warning('regionCodes')}>
        <IndicatorRegionList
          indicator={indicator}
          series={open.series}
          onSave={(regionCodes) => save({ regionCodes })}
        />
      </Warned>
    </fieldset>
  )
}

function Source({ open }: { readonly open: OpenIndicator }) {
  const t = useT()
  const { indicator, warnings } = open
  const save = useReviseIndicator(indicator.id)
  const warning = useWarningAt(warnings)
  return (
    <fieldset className={parts.fieldset}>
      <legend className={parts.legend}>{t('indicators.fields.source')}</legend>
      <div className={parts.pair}>
        <Warned by={warning('sourceName')}>
          <SavingText
            label={t('app.fields.sourceName')}
            field="sourceName"
            draftKey={`indicator:${indicator.id}:sourceName`}
            value={indicator.sourceName}
            onSave={(sourceName) => save({ sourceName })}
          />
        </Warned>
        <SavingText
          label={t('app.fields.sourceTable')}
          field="sourceTable"
          draftKey={`indicator:${indicator.id}:sourceTable`}
          value={indicator.sourceTable}
          onSave={(sourceTable) => save({ sourceTable })}
        />
        <SavingSelect
          label={t('app.fields.availability')}
          field="availability"
          value={indicator.availability}
          options={availabilities.map((key) => ({ key, label: t(`codes.availability.${key}`) }))}
          onSave={(availability) => save(availability ? { availability } : {})}
        />
        <SavingText
          label={t('app.fields.sourceUrl')}
          type="url"
          field="sourceUrl"
          draftKey={`indicator:${indicator.id}:sourceUrl`}
          value={indicator.sourceUrl}
          onSave={(sourceUrl) => save({ sourceUrl })}
        />
      </div>
    </fieldset>
  )
}

function Meaning({ open }: { readonly open: OpenIndicator }) {
  const t = useT()
  const { indicator, warnings } = open
  const save = useReviseIndicator(indicator.id)
  const warning = useWarningAt(warnings)
  return (
    <>
      <Warned by={warning('definition')}>
        <SavingText
          label={t('app.fields.definition')}
          field="definition"
          multiline
          value={indicator.definition}
          draftKey={`indicator:${indicator.id}:definition`}
          onSave={(definition) => save({ definition })}
        />
      </Warned>
      <SavingText
        label={t('app.fields.calculation')}
        field="calculation"
        multiline
        value={indicator.calculation}
        draftKey={`indicator:${indicator.id}:calculation`}
        onSave={(calculation) => save({ calculation })}
      />
    </>
  )
}
