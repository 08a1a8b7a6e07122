import { SavingComboBox, SavingNumber, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail, MeetingDetail } from '#shared/contract/meetings.ts'
import { type AgendaItem, itemTypes } from '#shared/domain/records/agenda-item.ts'
import styles from './agenda.module.css'
import { type Changes, ItemCasePaper, type PartProps } from './item-case-paper.tsx'
import { ItemHead } from './item-head.tsx'
import { suggestFrom } from './suggest.ts'

interface Props {
  readonly one: ItemDetail
  readonly open: MeetingDetail
  readonly sealed: boolean
  readonly onClose: () => void
}

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
      <ItemHead one={one} sealed={sealed} onClose={onClose} />
      <SavingText
        label={t('meetings.item.title')}
        required={!sealed}
        field="title"
        draftKey={`agendaItems:${item.id}:title`}
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
          draftKey={`agendaItems:${item.id}:minutesPlanned`}
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
              draftKey={`agendaItems:${item.id}:caseNo`}
              readOnly={sealed}
              value={item.caseNo}
              onSave={(caseNo) => save({ caseNo })}
            />
          </>
        )}
        {item.type === 'minutesApproval' && <AboutMeeting item={item} open={open} sealed={sealed} save={save} />}
      </div>
      {hasPaper && <ItemCasePaper one={one} sealed={sealed} save={save} />}
    </div>
  )
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
