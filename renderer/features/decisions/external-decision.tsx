import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField, NumberField } from '#renderer/components/checked-field.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextArea, TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { today } from '#renderer/lib/use-format.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { voteKinds } from '#shared/domain/records/agenda-item.ts'
import styles from './decisions.module.css'

interface Props {
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}
type VoteKind = (typeof voteKinds)[number]
const noCounts = { forCount: 0 as number | null, againstCount: 0 as number | null, abstainCount: 0 as number | null }

/** A decision of somebody else, such as a municipal council, that the partnership follows up. */
export function ExternalDecision({ onDone, onCancel }: Props) {
  const t = useT()
  const persons = usePersonOptions()
  const form = useRef<HTMLFormElement>(null)
  const [texts, setTexts] = useState({ externalBody: '', externalSource: '', text: '' })
  const [decidedOn, setDecidedOn] = useState<string | null>(today())
  const [responsibleId, setResponsible] = useState<string | null>(null)
  const [deadline, setDeadline] = useState<string | null>(null)
  const discard = useFormDraft('decision:new', { texts, decidedOn, responsibleId, deadline }, (kept) => {
    setTexts(kept.texts)
    setDecidedOn(kept.decidedOn)
    setResponsible(kept.responsibleId)
    setDeadline(kept.deadline)
  })
  const [kind, setKind] = useState<VoteKind | null>(null)
  const [counts, setCounts] = useState(noCounts)
  const [unreadable, setUnreadable] = useState<readonly string[]>([])
  const add = useCommand('decisions.addExternal', { done: t('decisions.added') })
  useFocusProblem(form, add.problem)
  const readable = (field: string) => (ok: boolean) =>
    setUnreadable((before) => (ok ? before.filter((one) => one !== field) : [...new Set([...before, field])]))
  const text = (name: keyof typeof texts) => ({
    value: texts[name],
    onChange: (value: string) => setTexts({ ...texts, [name]: value }),
    problem: add.field(name),
  })
  async function submit() {
    if (unreadable.length > 0) return leadToRefused(form.current)
    const { externalSource } = texts
    const votes = kind && {
      kind,
      forCount: counts.forCount ?? 0,
      againstCount: counts.againstCount ?? 0,
      abstainCount: counts.abstainCount ?? 0,
    }
    const reply = await add.run({
      ...texts,
      externalSource: externalSource.trim() === '' ? null : externalSource,
      decidedOn: decidedOn ?? '',
      responsibleId,
      deadline,
      votes,
    })
    if (!reply.ok) return
    discard()
    onDone(reply.value.id)
  }
  return (
    <form
      ref={form}
      noValidate
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <div className={styles.pair}>
        <TextField
          label={t('decisions.external.body')}
          hint={t('decisions.external.bodyHint')}
          required
          autoFocus
          {...text('externalBody')}
        />
        <DayField
          label={t('decisions.external.day')}
          required
          value={decidedOn}
          onChange={setDecidedOn}
          onValid={readable('decidedOn')}
          problem={add.field('decidedOn')}
        />
      </div>
      <TextArea label={t('decisions.external.text')} required rows={4} {...text('text')} />
      <TextField
        label={t('decisions.external.source')}
        hint={t('decisions.external.sourceHint')}
        {...text('externalSource')}
      />
      <div className={styles.pair}>
        <Select
          label={t('app.fields.responsibleId')}
          emptyLabel={t('decisions.detail.nobody')}
          options={persons.options}
          value={responsibleId}
          onChange={setResponsible}
        />
        <DayField
          label={t('app.fields.deadline')}
          yearless="future"
          value={deadline}
          onChange={setDeadline}
          onValid={readable('deadline')}
          problem={add.field('deadline')}
        />
        <Select
          label={t('decisions.external.votes')}
          emptyLabel={t('decisions.external.noVotes')}
          options={voteKinds.map((key) => ({ key, label: t(`codes.voteKind.${key}`) }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      {kind !== null && kind !== 'acclamation' && (
        <div className={styles.counts}>
          {(
            [
              ['forCount', 'for'],
              ['againstCount', 'against'],
              ['abstainCount', 'abstain'],
            ] as const
          ).map(([field, word]) => (
            <NumberField
              key={field}
              label={t(`decisions.external.${word}`)}
              value={counts[field]}
              onChange={(value) => setCounts((before) => ({ ...before, [field]: value }))}
              onValid={readable(field)}
              problem={add.field(field)}
            />
          ))}
        </div>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" busy={add.busy}>
          {t('decisions.external.save')}
        </Button>
        <Button
          onPress={() => {
            discard()
            onCancel()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
