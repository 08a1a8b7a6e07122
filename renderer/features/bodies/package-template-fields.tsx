import { useEffect, useRef } from 'react'
import { SavingSelect, SavingSwitch, SavingText } from '#renderer/components/saving-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { presetLayout } from '#shared/domain/package-presets.ts'
import type { Body } from '#shared/domain/records/body.ts'
import { attachmentModes, type PackageTemplate, packageVariants } from '#shared/domain/records/package-template.ts'
import styles from './bodies.module.css'
import { PackageSections } from './package-sections.tsx'
import { PackageSheets } from './package-sheets.tsx'
import { useTemplateWriter } from './use-template-writer.ts'

interface Props {
  readonly template: PackageTemplate
  readonly body: Body
  readonly isNew: boolean
  readonly onRemoved: () => void
}

/** A template written in place: each field and each list saves itself. */
export function PackageTemplateFields({ template, body, isNew, onRemoved }: Props) {
  const t = useT()
  const form = useRef<HTMLDivElement>(null)
  const writer = useTemplateWriter(template)
  const { variant, attachments } = template
  const remove = useCommand('packageTemplates.remove', { done: t('packageTemplates.removed'), problemAsToast: true })
  const bodies = useOperation('bodies.list', {})
  const owner = bodies.data?.find(({ id }) => id === template.bodyId)
  // One just made is named first; one opened by its title keeps the focus there.
  useEffect(() => {
    if (!isNew) return
    const name = form.current?.querySelector('input')
    name?.focus()
    name?.select()
  }, [isNew])
  return (
    <div ref={form} className={styles.part}>
      <SavingText
        label={t('packageTemplates.name')}
        field="name"
        draftKey={`packageTemplates:${template.id}:name`}
        required
        value={template.name}
        onSave={(name) => writer.put(() => ({ name: name ?? '' }))}
      />
      <div className={styles.pair}>
        <SavingSelect
          label={t('packageTemplates.variant')}
          hint={t('packageTemplates.variantHint')}
          field="variant"
          options={packageVariants.map((key) => ({ key, label: t(`codes.packageVariant.${key}`) }))}
          value={variant}
          onSave={(next) => writer.put(() => (next ? { variant: next } : {}))}
        />
        <SavingSelect
          label={t('packageTemplates.attachments')}
          hint={t(`packageTemplates.attachmentsHint.${attachments}`)}
          field="attachments"
          options={attachmentModes.map((key) => ({ key, label: t(`codes.attachmentMode.${key}`) }))}
          value={attachments}
          onSave={(next) => writer.put(() => (next ? { attachments: next } : {}))}
        />
      </div>
      <SavingSwitch
        label={t('packageTemplates.forAll')}
        {...(owner ? { hint: t('packageTemplates.ofBody', { body: owner.name }) } : {})}
        field="bodyId"
        value={template.bodyId === null}
        onSave={(all) => writer.put(() => ({ bodyId: all ? null : body.id }))}
      />
      <PackageSections template={template} writer={writer} />
      <PackageSheets template={template} writer={writer} />
      <div className={styles.buttons}>
        <WriteButton icon="undo" onPress={() => void writer.reset(presetLayout(variant))}>
          {t('packageTemplates.reset')}
        </WriteButton>
        <WriteButton
          icon="remove"
          kind="quiet"
          busy={remove.busy}
          onPress={() => void remove.run({ id: template.id }).then((reply) => reply.ok && onRemoved())}
        >
          {t('packageTemplates.remove')}
        </WriteButton>
      </div>
    </div>
  )
}
