import { type RefObject, useEffect, useRef, useState } from 'react'
import { DayField } from '#renderer/components/checked-field.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { DetailHeader, DetailPage } from '#renderer/components/detail-page.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { needsMeeting } from '#shared/domain/package-rules.ts'
import type { Body } from '#shared/domain/records/body.ts'
import { type Language, languages } from '#shared/domain/values.ts'
import { useBodyMeetings } from './body-meetings.ts'
import { FirstBody } from './first-body.tsx'
import { LayoutChoice } from './layout-choice.tsx'
import { MeetingChoice } from './meeting-choice.tsx'
import { choiceKeys, usePackageChoices } from './package-choices.ts'
import { PackagePreview } from './package-preview.tsx'
import styles from './packages.module.css'
import { PagesButton } from './pages-dialog.tsx'
import { type Period, presets } from './periods.ts'

/** Puts a package together: chooses body, meeting, template, period and language, shows what is ready and what is missing, and makes it. */
export function NewPackage({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const bodies = useOperation('bodies.list', {})
  const partnership = usePartnership()
  const packages = useOperation('packages.list', {})
  const giveUp = useRef<() => void>(() => {})
  const close = () => {
    giveUp.current()
    onClose()
  }
  const active = (bodies.data ?? []).filter((body) => body.activeTo === null || body.activeTo >= today())
  return (
    <DetailPage loose>
      <DetailHeader title={t('packages.new.title')} onClose={close} />
      {bodies.error && <ErrorNote error={bodies.error} onRetry={() => void bodies.refetch()} />}
      {(bodies.isPending || packages.isPending || !partnership) && <Loading lines={6} />}
      {bodies.data && partnership && active.length === 0 && <FirstBody />}
      {partnership && !packages.isPending && active.length > 0 && (
        <Form
          bodies={active}
          usualBodyId={usualBody(active, packages.data ?? [])}
          language={partnership.language}
          giveUp={giveUp}
        />
      )}
    </DetailPage>
  )
}

/** The body that got the last package; else a board; else the first. */
function usualBody(bodies: readonly Body[], made: OutputOf<'packages.list'>): string {
  const last = made.toSorted((a, b) => (a.madeOn < b.madeOn ? 1 : -1))[0]?.bodyId
  const body = bodies.find(({ id }) => id === last) ?? bodies.find(({ kind }) => kind === 'board') ?? bodies[0]
  return body?.id ?? ''
}

interface FormProps {
  readonly bodies: readonly Body[]
  readonly usualBodyId: string
  /** The language of documents that the partnership has chosen. */
  readonly language: Language
  /** Gets what lets the draft of the title go: a title of a package that was given up must not turn up on the next. */
  readonly giveUp: RefObject<() => void>
}

function Form({ bodies, usualBodyId, language: usual, giveUp }: FormProps) {
  const t = useT()
  const go = useGo()
  const chosen = usePackageChoices({ bodies, bodyId: usualBodyId, language: usual, today: today() })
  const { bodyId, language, preset, period } = chosen
  const { list, meetings, usual: nextMeeting } = useBodyMeetings(bodyId, today())
  const meetingId = chosen.meetingOf(meetings, nextMeeting)?.id ?? null
  // Without a meeting in the file nothing can be confidential, and the choice is not shown.
  const withConfidential = chosen.withConfidential && meetings.length > 0
  const allTemplates = useOperation('packageTemplates.list', {})
  const { templates, templateId, isGone } = chosen.templatesOf(allTemplates.data ?? [], bodyId)
  const [title, setTitle] = useState(chosen.title)
  const discard = useFormDraft('package:new', { title }, (kept) => setTitle(kept.title))
  giveUp.current = discard
  const toasts = useToasts()
  // A made package lasts: the notice offers no undo.
  const make = useCommand('packages.make')
  const { reset } = make
  const form = useRef<HTMLDivElement>(null)
  useFocusProblem(form, make.problem)
  const { variant, leftOut } = chosen
  const choice = {
    bodyId,
    variant,
    templateId,
    leftOut,
    meetingId,
    withConfidential,
    periodFrom: period.from,
    periodTo: period.to,
    language,
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice makes the last refusal out of date
  useEffect(() => reset(), [JSON.stringify(choice), reset])
  async function save() {
    const reply = await make.run({ ...choice, title: title.trim() === '' ? null : title })
    if (!reply.ok) return
    discard()
    toasts.show({ text: t('packages.new.done', { version: reply.value.version }) })
    go('packages', reply.value.id, { keepSearch: true, without: choiceKeys })
  }
  return (
    <>
      <div ref={form} className={styles.form}>
        <div className={styles.pair}>
          <Select
            label={t('packages.fields.body')}
            options={bodies.map((body) => ({ key: body.id, label: body.name }))}
            value={bodyId}
            onChange={chosen.chooseBody}
          />
          <Select
            label={t('packages.fields.documentLanguage')}
            hint={t('packages.new.languageHint')}
            options={languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))}
            value={language}
            onChange={chosen.chooseLanguage}
          />
        </div>
        {(meetings.length > 0 || needsMeeting(variant)) && (
          <MeetingChoice
            meetings={meetings}
            meetingId={meetingId}
            onMeeting={chosen.chooseMeeting}
            withConfidential={withConfidential}
            onConfidential={chosen.chooseConfidential}
            problem={make.field('meetingId')}
          />
        )}
        <LayoutChoice
          variant={variant}
          onVariant={chosen.chooseVariant}
          templates={templates}
          templateId={templateId}
          onTemplate={chosen.chooseTemplate}
          problem={make.field('templateId')}
        />
        {allTemplates.data && isGone && <Note tone="warning">{t('packages.readiness.templateGone')}</Note>}
        {allTemplates.error && <ErrorNote error={allTemplates.error} onRetry={() => void allTemplates.refetch()} />}
        {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
        <RadioGroup
          label={t('packages.fields.period')}
          look="segments"
          options={presets.map((key) => ({ key, label: t(`packages.presets.${key}`) }))}
          value={preset}
          onChange={chosen.choosePreset}
        />
        <PeriodDays fixed={preset !== 'own'} period={period} onChange={chosen.choosePeriod} problem={make.field} />
        <TextField
          label={t('packages.fields.title')}
          hint={t('packages.new.titleHint')}
          value={title}
          onChange={setTitle}
          onBlur={() => chosen.keepTitle(title)}
          problem={make.field('title')}
        />
      </div>
      {list.isPending || allTemplates.isPending ? (
        <Loading lines={4} />
      ) : (
        <PackagePreview choice={choice} onLeaveOut={chosen.chooseLeftOut} />
      )}
      {make.problem && !make.problem.fields && <ErrorNote error={make.problem} />}
      <div className={styles.actions}>
        <WriteButton
          kind="primary"
          icon="packages"
          busy={make.busy || list.isPending || allTemplates.isPending}
          onPress={() => void save()}
        >
          {t('packages.new.make')}
        </WriteButton>
        {!list.isPending && !allTemplates.isPending && (
          <PagesButton
            of={{ ...choice, title: title.trim() === '' ? null : title }}
            withConfidential={withConfidential}
          />
        )}
        <span className={styles.quiet}>{t('packages.new.frozen')}</span>
      </div>
    </>
  )
}

interface DaysProps {
  readonly fixed: boolean
  readonly period: Period
  readonly onChange: (period: Period) => void
  readonly problem: (field: string) => string | undefined
}

function PeriodDays({ fixed, period, onChange, problem }: DaysProps) {
  const t = useT()
  const format = useFormat()
  if (fixed) {
    return (
      <p className={styles.quiet}>
        {format.day(period.from)} – {format.day(period.to)}
      </p>
    )
  }
  return (
    <div className={styles.pair}>
      <DayField
        label={t('packages.fields.from')}
        value={period.from}
        onChange={(from) => onChange({ ...period, from: from ?? period.from })}
        problem={problem('periodFrom')}
      />
      <DayField
        label={t('packages.fields.to')}
        value={period.to}
        onChange={(to) => onChange({ ...period, to: to ?? period.to })}
        problem={problem('periodTo') ?? (period.to < period.from ? t('problems.field.endBeforeStart') : undefined)}
      />
    </div>
  )
}
