import { useEffect, useRef } from 'react'
import { AttachedFiles } from '#renderer/components/attached-files.tsx'
import { Button } from '#renderer/components/button.tsx'
import fieldStyles from '#renderer/components/field.module.css'
import { ItemLink } from '#renderer/components/item-link.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import type { RichTextHandle } from '#renderer/components/rich-text-editor.tsx'
import {
  SavingComboBox,
  SavingNumber,
  SavingSelect,
  SavingSwitch,
  SavingText,
} from '#renderer/components/saving-field.tsx'
import { ItemTextField } from '#renderer/components/saving-rich-text.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import type { Area } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { ItemDetail, MeetingDetail } from '#shared/contract/meetings.ts'
import { type AgendaItem, itemTypes } from '#shared/domain/records/agenda-item.ts'
import type { RichText } from '#shared/domain/rich-text.ts'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import styles from './agenda.module.css'
import { suggestFrom } from './suggest.ts'

interface Props {
  readonly one: ItemDetail
  readonly open: MeetingDetail
  readonly sealed: boolean
  readonly onClose: () => void
}
type Changes = InputOf<'agendaItems.revise'>['changes']

/** Everything of one item: what it is, who brings it, the case paper, the proposal, its files. */
export function ItemEditor({ one, open, sealed, onClose }: Props) {
  const t = useT()
  const { item } = one
  const revise = useCommand('agendaItems.revise')
  const save = (changes: Changes) => revise.run({ id: item.id, changes })
  const persons = usePersonOptions([item.responsibleId, item.presenterId].filter((each) => each !== null))
  const person = (name: 'responsibleId' | 'presenterId') => {
    const id = item[name]
    return (
      <SavingComboBox
        label={t(`meetings.item.${name}`)}
        field={name}
        readOnly={sealed}
        value={id === null ? null : { key: id, label: persons.nameOf(id) ?? id }}
        suggest={suggestFrom(persons.options)}
        onSave={(option) => save({ [name]: option?.key ?? null })}
      />
    )
  }
  const hasPaper = item.type !== 'heading' && item.type !== 'break'
  return (
    <div className={styles.form}>
      <Head one={one} sealed={sealed} onClose={onClose} />
      <SavingText
        label={t('meetings.item.title')}
        required={!sealed}
        field="title"
        readOnly={sealed}
        value={item.title}
        onSave={(title) => save({ title: title ?? '' })}
      />
      <div className={styles.pair}>
        <SavingSelect
          label={t('meetings.item.type')}
          field="type"
          readOnly={sealed}
          value={item.type}
          options={itemTypes.map((key) => ({ key, label: t(`codes.itemType.${key}`) }))}
          onSave={(type) => save(type ? { type } : {})}
        />
        <SavingNumber
          label={t('meetings.item.minutesPlanned')}
          field="minutesPlanned"
          readOnly={sealed}
          value={item.minutesPlanned}
          onSave={(minutesPlanned) => save({ minutesPlanned })}
        />
        {hasPaper && (
          <>
            {person('presenterId')}
            {person('responsibleId')}
            <SavingText
              label={t('meetings.item.caseNo')}
              field="caseNo"
              readOnly={sealed}
              value={item.caseNo}
              onSave={(caseNo) => save({ caseNo })}
            />
          </>
        )}
        {item.type === 'minutesApproval' && <AboutMeeting item={item} open={open} sealed={sealed} save={save} />}
      </div>
      {hasPaper && <CasePaper one={one} sealed={sealed} save={save} />}
    </div>
  )
}

const origins: Record<Exclude<NonNullable<ItemDetail['origin']>['entity'], 'agendaItems'>, Area> = {
  visits: 'visits',
  followUps: 'followUps',
  actions: 'actions',
  commitments: 'commitments',
  projects: 'projects',
}

function Head({ one, sealed, onClose }: Pick<Props, 'one' | 'sealed' | 'onClose'>) {
  const t = useT()
  const readOnly = useReadOnly()
  const { item, numberText, origin } = one
  const move = useCommand('agendaItems.move', { done: t('meetings.item.queued'), problemAsToast: true })
  const remove = useCommand('agendaItems.remove', {
    done: t('meetings.item.removed', { title: item.title }),
    problemAsToast: true,
  })
  const closed = sealed || readOnly
  const heading = useRef<HTMLHeadingElement>(null)
  // Opened from its row: on a narrow window the row is gone, on a wide one the fields are what is wanted next.
  useEffect(() => {
    if (document.activeElement?.matches('body, [data-item], li button')) heading.current?.focus()
  }, [])
  return (
    <div className={styles.head}>
      <div>
        <div className={styles.back}>
          <Button kind="quiet" small icon="left" onPress={onClose}>
            {t('meetings.item.close')}
          </Button>
        </div>
        <h3 ref={heading} tabIndex={-1}>
          {numberText ?? t(`codes.itemType.${item.type}`)}
        </h3>
        {origin && (
          <p className={styles.quiet}>
            {t('meetings.item.origin')}{' '}
            {origin.entity === 'agendaItems' ? (
              <ItemLink itemId={origin.id} meetingId={origin.meetingId}>
                {origin.title}
              </ItemLink>
            ) : (
              <RecordLink area={origins[origin.entity]} id={origin.id}>
                {origin.title}
              </RecordLink>
            )}
          </p>
        )}
      </div>
      <div className={styles.marks}>
        <Menu
          label={t('common.more')}
          entries={[
            {
              id: 'queue',
              label: t('meetings.item.toQueue'),
              icon: 'queue',
              disabled: closed,
              run: () => void move.run({ id: item.id, meetingId: null, position: 0 }),
            },
            {
              id: 'remove',
              label: t('meetings.item.remove'),
              icon: 'remove',
              danger: true,
              disabled: closed,
              run: () => void remove.run({ id: item.id }).then((reply) => reply.ok && onClose()),
            },
          ]}
        />
      </div>
    </div>
  )
}

interface PartProps {
  readonly sealed: boolean
  readonly save: (changes: Changes) => ReturnType<ReturnType<typeof useCommand<'agendaItems.revise'>>['run']>
}

/** The meeting whose minutes the item approves: one of the same body before this one. */
function AboutMeeting({
  item,
  open,
  sealed,
  save,
}: PartProps & { readonly item: AgendaItem; readonly open: MeetingDetail }) {
  const t = useT()
  const format = useFormat()
  const list = useOperation('meetings.list', {
    filter: { bodyId: item.bodyId, to: open.meeting.startsOn },
    direction: 'desc',
    limit: 20,
  })
  const earlier = (list.data?.rows ?? []).filter(({ id, status }) => id !== open.meeting.id && status !== 'cancelled')
  return (
    <SavingSelect
      label={t('meetings.item.aboutMeetingId')}
      field="aboutMeetingId"
      readOnly={sealed}
      emptyLabel={t('common.notStated')}
      options={earlier.map(({ id, startsOn }) => ({ key: id, label: format.day(startsOn) }))}
      value={item.aboutMeetingId}
      onSave={(aboutMeetingId) => save({ aboutMeetingId })}
    />
  )
}

const headings = ['background', 'facts', 'assessment', 'economy', 'conclusion'] as const
/** The headings of a case paper in the language that the papers are written in, each with room below (practice.md 6.2). */
function casePaperHeadings(language: Language): RichText {
  const t = translator(language)
  return {
    type: 'doc',
    content: headings.flatMap((key) => [
      {
        type: 'heading' as const,
        attrs: { level: 2 as const },
        content: [{ type: 'text' as const, text: t(`meetings.casePaper.${key}`) }],
      },
      { type: 'paragraph' as const },
    ]),
  }
}

function CasePaper({ one, sealed, save }: PartProps & { readonly one: ItemDetail }) {
  const t = useT()
  const { item } = one
  const language = usePartnership()?.language ?? 'nb'
  const background = useRef<RichTextHandle>(null)
  const text = { item: one, language, readOnly: sealed }
  return (
    <>
      <ItemTextField
        {...text}
        field="proposedDecision"
        label={t('meetings.item.proposedDecision')}
        hint={t('meetings.hints.proposedDecision')}
        rows={3}
      />
      <SavingText
        label={t('meetings.item.summary')}
        multiline
        rows={2}
        field="summary"
        readOnly={sealed}
        value={item.summary}
        draftKey={`agendaItems:${item.id}:summary`}
        onSave={(summary) => save({ summary })}
      />
      <div>
        <ItemTextField {...text} ref={background} field="background" label={t('meetings.item.background')} rows={6} />
        {!sealed && (
          <div className={styles.textTools}>
            <WriteButton
              small
              kind="quiet"
              icon="heading2"
              onPress={() => background.current?.insert(casePaperHeadings(language))}
            >
              {t('meetings.item.insertHeadings')}
            </WriteButton>
          </div>
        )}
      </div>
      <SavingText
        label={t('meetings.item.recipients')}
        hint={t('meetings.hints.recipients')}
        multiline
        rows={2}
        field="recipients"
        readOnly={sealed}
        value={item.recipients}
        onSave={(recipients) => save({ recipients })}
      />
      <SavingSwitch
        label={t('meetings.item.confidential')}
        hint={t('meetings.hints.confidential')}
        field="confidential"
        value={item.confidential}
        disabled={sealed}
        onSave={(confidential) => save({ confidential })}
      />
      {item.confidential && (
        <SavingText
          label={t('meetings.item.confidentialGround')}
          hint={t('meetings.hints.confidentialGround')}
          field="confidentialGround"
          readOnly={sealed}
          value={item.confidentialGround}
          onSave={(confidentialGround) => save({ confidentialGround })}
        />
      )}
      <section aria-label={t('meetings.item.attachments')} className={styles.form}>
        <span className={fieldStyles.label}>{t('meetings.item.attachments')}</span>
        <AttachedFiles home={{ itemId: item.id }} attachments={one.attachments} sealed={sealed} />
      </section>
    </>
  )
}
