import { useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { DetailHeader, DetailPage } from '#renderer/components/detail-page.tsx'
import { EmptyState, ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { isDone } from '#shared/contract/problem.ts'
import { endOfYear } from '#shared/domain/days.ts'
import styles from './meetings.module.css'
import { emptyForm, type MeetingForm, NewMeetingFields, presetsOf } from './new-meeting-fields.tsx'
import { SeriesFields, seriesDays } from './series-fields.tsx'
import { useBodies } from './use-bodies.ts'

const copyDefaults = { copy: null as string | null }

interface Props {
  /** True: a series of meetings. */
  readonly several: boolean
  /** The body that the list is filtered by. */
  readonly bodyId: string | null
  readonly onClose: () => void
}

/** The form of one meeting or a series, in the place where the meeting will stand. What is typed survives a restart. */
export function NewMeeting(props: Props) {
  const t = useT()
  const go = useGo()
  const bodies = useBodies()
  if (bodies.pending) return <Loading lines={6} />
  if (bodies.active.length > 0) return <Form {...props} />
  return (
    <DetailPage>
      <DetailHeader title={t('meetings.new.title')} onClose={props.onClose} />
      <EmptyState
        icon="bodies"
        title={t('meetings.new.noBody')}
        action={
          <Button kind="primary" onPress={() => go('bodies')}>
            {t('meetings.new.toBodies')}
          </Button>
        }
      >
        {t('meetings.new.noBodyText')}
      </EmptyState>
    </DetailPage>
  )
}

function Form({ several, bodyId, onClose }: Props) {
  const t = useT()
  const go = useGo()
  const format = useFormat()
  const bodies = useBodies()
  const [{ copy }] = useListState(copyDefaults)
  const first = bodies.active.find(({ key }) => key === bodyId) ?? bodies.active[0]
  const [form, setForm] = useState<MeetingForm>(() => ({
    ...emptyForm,
    bodyId: first?.key ?? '',
    ...comingYear(today()),
  }))
  const draft = useDraft<MeetingForm>('meeting:new', (kept) => setForm({ ...emptyForm, ...kept, touched: true }))
  usePresets(form, copy, setForm)
  const plan = useCommand('meetings.plan', { done: t('meetings.new.done') })
  const planSeries = useCommand('meetings.planSeries', {
    done: (made) => t('meetings.series.done', { count: made.length, shown: format.number(made.length) }),
  })
  const command = several ? planSeries : plan
  const [missing, setMissing] = useState(false)
  const page = useRef<HTMLElement>(null)
  useFocusProblem(page, command.problem)
  const days = seriesDays(form)
  function put(changes: Partial<MeetingForm>) {
    const next = { ...form, ...changes, touched: true }
    setForm(next)
    draft.keep(next)
  }
  async function save() {
    const { startsAt } = form
    const fields = {
      bodyId: form.bodyId,
      startsAt: startsAt ?? '',
      endsAt: form.endsAt,
      kind: form.kind,
      place: form.place,
      remoteLink: form.remoteLink,
      templateId: form.templateId,
    }
    const none = several ? days.length === 0 : form.startsOn === null
    setMissing(none)
    if (none) return leadToRefused(page.current)
    const reply = several
      ? await planSeries.run({ ...fields, startsOn: days })
      : await plan.run({ ...fields, startsOn: form.startsOn ?? '', title: form.title })
    if (!isDone(reply)) return
    draft.discard()
    const without = ['copy', 'item']
    if (!reply.ok || Array.isArray(reply.value)) go('yearPlan', null, { search: { year: days[0]?.slice(0, 4) } })
    else go('meetings', reply.value.id, { keepSearch: true, without })
  }
  return (
    <DetailPage ref={page}>
      <DetailHeader title={t(`meetings.${several ? 'series' : 'new'}.title`)} onClose={onClose} />
      {draft.restored && <Note>{t('meetings.new.restored')}</Note>}
      <RadioGroup
        label={t('meetings.new.howMany')}
        look="segments"
        options={[
          { key: 'new', label: t('meetings.new.one') },
          { key: 'series', label: t('meetings.new.several') },
        ]}
        value={several ? 'series' : 'new'}
        onChange={(mode) => go('meetings', mode, { keepSearch: true })}
      />
      <div className={styles.sections}>
        <NewMeetingFields
          form={form}
          several={several}
          put={put}
          problem={(field) =>
            command.field(field) ?? (field === 'startsOn' && missing ? t('problems.field.required') : undefined)
          }
          onEnter={() => void save()}
        />
        {several && (
          <SeriesFields
            form={form}
            put={put}
            problem={command.field('startsOn') ?? (missing ? t('meetings.series.noDays') : undefined)}
          />
        )}
      </div>
      {command.problem && <ErrorNote error={command.problem} />}
      <div className={styles.buttons}>
        <Button kind="primary" busy={command.busy} onPress={() => void save()}>
          {several && days.length > 0
            ? t('meetings.series.plan', { count: days.length, shown: format.number(days.length) })
            : t(several ? 'meetings.series.action' : 'meetings.new.plan')}
        </Button>
        <Button
          onPress={() => {
            draft.discard()
            onClose()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </DetailPage>
  )
}

/** The rest of the year, or from October on the next: when its plan is made. */
function comingYear(now: string): Pick<MeetingForm, 'from' | 'until'> {
  const year = Number(now.slice(0, 4))
  if (now.slice(5, 7) < '10') return { from: now, until: endOfYear(now) }
  return { from: `${year + 1}-01-01`, until: `${year + 1}-12-31` }
}

/** Until something is typed, the form follows the meeting to copy, or the body's last one: time, place, kind, link. */
function usePresets(
  form: MeetingForm,
  copy: string | null,
  setForm: (next: (before: MeetingForm) => MeetingForm) => void,
) {
  const copied = useOperation('meetings.open', { id: copy ?? '' }, { enabled: copy !== null })
  const last = useOperation(
    'meetings.list',
    { filter: { bodyId: form.bodyId }, direction: 'desc', limit: 1 },
    { enabled: copy === null && form.bodyId !== '' },
  ).data?.rows[0]
  const before = useOperation('meetings.open', { id: last?.id ?? '' }, { enabled: last !== undefined })
  const source = copy ? copied.data : before.data
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another meeting becomes the model
  useEffect(() => {
    if (!source) return
    setForm((now) => (now.touched ? now : { ...now, ...presetsOf(source.meeting, copy !== null) }))
  }, [source?.meeting.id, copy])
}
