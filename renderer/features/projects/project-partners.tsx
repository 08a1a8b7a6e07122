import { useRef, useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { Badge, ErrorNote, Note } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePartnerOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { type ProjectPartner, projectRoles } from '#shared/domain/records/project.ts'
import { ProjectCommitments } from './project-commitments.tsx'
import { ProjectFinancing } from './project-financing.tsx'
import { type OpenProject, useWarningAt } from './use-project.ts'

/** Who takes part and as what, what they give, and where the money comes from. */
export function ProjectPartners({ open }: { readonly open: OpenProject }) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const warning = useWarningAt(open.warnings)('partners')
  const { project, partners } = open
  return (
    <div className={styles.part}>
      <section className={styles.section} aria-label={t('projects.partners.title')}>
        <h3>{t('projects.partners.title')}</h3>
        {warning && <Note tone="warning">{warning}</Note>}
        {partners.length === 0 ? (
          <p className={styles.quiet}>{t('projects.partners.none')}</p>
        ) : (
          <ul className={styles.lines}>
            {partners.map((one) => (
              <li key={one.id}>
                <PartnerLine one={one} />
              </li>
            ))}
          </ul>
        )}
        {adding ? (
          <NewPartner projectId={project.id} isFirst={partners.length === 0} onClose={() => setAdding(false)} />
        ) : (
          <div>
            <WriteButton icon="plus" onPress={() => setAdding(true)}>
              {t('projects.partners.add')}
            </WriteButton>
          </div>
        )}
      </section>
      <ProjectCommitments projectId={project.id} commitments={open.commitments} />
      <ProjectFinancing project={project} financing={open.financing} warnings={open.warnings} />
    </div>
  )
}

function PartnerLine({ one }: { readonly one: OpenProject['partners'][number] }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { id, partnerName: name, role, note } = one
  const revise = useCommand('projectPartners.revise')
  const remove = useCommand('projectPartners.remove', {
    done: t('projects.partners.removed', { name }),
    problemAsToast: true,
  })
  const save = (changes: InputOf<'projectPartners.revise'>['changes']) => revise.run({ id, changes })
  return (
    <div className={styles.record}>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <span>
            <RecordLink area="partners" id={one.partnerId}>
              {name}
            </RecordLink>{' '}
            <Badge tone={role === 'owner' ? 'info' : 'neutral'}>{t(`codes.projectRole.${role}`)}</Badge>
          </span>
          {note && !open && <span className={styles.quiet}>{note}</span>}
        </div>
        <IconButton
          icon={open ? 'up' : 'edit'}
          label={t(open ? 'projects.partners.close' : 'projects.partners.edit', { name })}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </div>
      {open && (
        <div className={styles.inner}>
          <div className={styles.pair}>
            <SavingSelect
              label={t('projects.partners.role')}
              field="role"
              value={role}
              options={projectRoles.map((key) => ({ key, label: t(`codes.projectRole.${key}`) }))}
              onSave={(next) => save(next ? { role: next } : {})}
            />
            <SavingText
              label={t('projects.partners.note')}
              field="note"
              draftKey={`projectPartner:${id}:note`}
              value={note}
              onSave={(next) => save({ note: next })}
            />
          </div>
          <div>
            <WriteButton small kind="quiet" icon="remove" busy={remove.busy} onPress={() => void remove.run({ id })}>
              {t('projects.partners.remove')}
            </WriteButton>
          </div>
        </div>
      )}
    </div>
  )
}

interface NewProps {
  readonly projectId: string
  readonly isFirst: boolean
  readonly onClose: () => void
}

/** A partner and what it is in the project; the first is most often the owner. Stays open for the next one. */
function NewPartner({ projectId, isFirst, onClose }: NewProps) {
  const t = useT()
  const go = useGo()
  const form = useRef<HTMLFieldSetElement>(null)
  const known = useOperation('partners.list', {})
  const { options, nameOf } = usePartnerOptions()
  const [partnerId, setPartner] = useState<string | null>(null)
  const [role, setRole] = useState<ProjectPartner['role']>(isFirst ? 'owner' : 'partner')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const add = useCommand('projectPartners.add', {
    done: (made) => t('projects.partners.added', { name: nameOf(made.partnerId) ?? '' }),
  })
  useFocusProblem(form, add.problem)
  async function submit() {
    setTried(true)
    if (partnerId === null) return
    const reply = await add.run({ projectId, partnerId, role, note: note.trim() === '' ? null : note })
    if (!reply.ok) return
    setPartner(null)
    setRole('partner')
    setNote('')
    setTried(false)
  }
  if (known.data?.length === 0) {
    return (
      <Note action={<Button onPress={() => go('partners')}>{t('projects.partners.toPartners')}</Button>}>
        {t('projects.partners.noPartners')}
      </Note>
    )
  }
  return (
    <InlineForm ref={form} title={t('projects.partners.add')}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <div className={styles.pair}>
        <Select
          label={t('projects.partners.partner')}
          required
          autoFocus
          options={options}
          value={partnerId}
          onChange={setPartner}
          problem={add.field('partnerId') ?? (tried && partnerId === null ? t('problems.field.required') : undefined)}
        />
        <Select
          label={t('projects.partners.role')}
          options={projectRoles.map((key) => ({ key, label: t(`codes.projectRole.${key}`) }))}
          value={role}
          onChange={(next) => setRole(next ?? role)}
          problem={add.field('role')}
        />
      </div>
      <TextField
        label={t('projects.partners.note')}
        value={note}
        onChange={setNote}
        onEnter={() => void submit()}
        problem={add.field('note')}
      />
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('common.add')}
        </Button>
        <Button onPress={onClose}>{t('common.close')}</Button>
      </div>
    </InlineForm>
  )
}
