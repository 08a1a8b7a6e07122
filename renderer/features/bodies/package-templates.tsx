import { useState } from 'react'
import { Menu, type MenuEntry } from '#renderer/components/menu.tsx'
import { EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { SortableList } from '#renderer/components/sortable-list.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { presetLayout } from '#shared/domain/package-presets.ts'
import type { Body } from '#shared/domain/records/body.ts'
import { type PackageTemplate, packageVariants } from '#shared/domain/records/package-template.ts'
import { usualTemplate } from '#shared/domain/usual-template.ts'
import styles from './bodies.module.css'
import { PackageTemplateCard } from './package-template-card.tsx'
import { UsualLayouts } from './usual-layouts.tsx'

type New = InputOf<'packageTemplates.add'>

/** What packages of the body hold: its own templates, those of all bodies, and the usual layout of the variants that have none. */
export function PackageTemplates({ body }: { readonly body: Body }) {
  const t = useT()
  const [open, setOpen] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const query = useOperation('packageTemplates.list', {})
  const add = useCommand('packageTemplates.add', { done: t('packageTemplates.added'), problemAsToast: true })
  if (query.isPending) return <Loading />
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  const all = query.data
  const own = all.filter((one) => one.bodyId === body.id)
  const shared = all.filter((one) => one.bodyId === null)
  const without = packageVariants.filter((variant) => usualTemplate(all, { bodyId: body.id, variant }) === undefined)
  async function addOne(template: Omit<New, 'bodyId'>) {
    const reply = await add.run({ ...template, bodyId: body.id })
    if (!reply.ok) return
    setOpen(reply.value.id)
    setMade(reply.value.id)
  }
  const group = { body, all, open, made, onOpen: setOpen }
  return (
    <div className={styles.part}>
      {own.length + shared.length === 0 ? (
        <EmptyState
          icon="packages"
          title={t('packageTemplates.none')}
          action={<Add body={body} all={all} onAdd={addOne} />}
        >
          {t('packageTemplates.noneText')}
        </EmptyState>
      ) : (
        <>
          <p className={styles.quiet}>
            {t('packageTemplates.intro')} {t('packageTemplates.orderText')}
          </p>
          {own.length > 0 && (
            <Group {...group} title={t('packageTemplates.own', { body: body.name })} templates={own} />
          )}
          {shared.length > 0 && <Group {...group} title={t('packageTemplates.everybody')} templates={shared} />}
          <div>
            <Add body={body} all={all} onAdd={addOne} />
          </div>
        </>
      )}
      {without.length > 0 && (
        <UsualLayouts
          variants={without}
          onMake={(variant) => void addOne({ name: t(`codes.packageVariant.${variant}`), variant })}
        />
      )}
    </div>
  )
}

interface AddProps {
  readonly body: Body
  readonly all: readonly PackageTemplate[]
  readonly onAdd: (template: Omit<New, 'bodyId'>) => Promise<void>
}
/** A new template begins as the usual layout of a variant, or as a copy of any other template. */
function Add({ body, all, onAdd }: AddProps) {
  const t = useT()
  const readOnly = useReadOnly()
  const bodies = useOperation('bodies.list', {})
  const nameOf = (id: string) => bodies.data?.find((one) => one.id === id)?.name
  const entries: MenuEntry[] = packageVariants.map((variant) => {
    const name = t(`codes.packageVariant.${variant}`)
    return {
      id: variant,
      icon: 'packages',
      label: t('packageTemplates.addUsual', { name }),
      disabled: readOnly,
      run: () => void onAdd({ ...presetLayout(variant), name }),
    }
  })
  const copies = all.map(({ id, bodyId, name, variant, sections, sheets, attachments }): MenuEntry => {
    const other = bodyId === null || bodyId === body.id ? undefined : nameOf(bodyId)
    return {
      id,
      icon: 'documents',
      label:
        other === undefined
          ? t('packageTemplates.addCopy', { name })
          : t('packageTemplates.addCopyOf', { name, body: other }),
      disabled: readOnly,
      run: () => void onAdd({ name: t('packageTemplates.copyName', { name }), variant, sections, sheets, attachments }),
    }
  })
  return <Menu label={t('packageTemplates.add')} icon="plus" showLabel entries={[...entries, ...copies]} />
}

interface GroupProps {
  readonly body: Body
  readonly title: string
  readonly templates: readonly PackageTemplate[]
  /** Of every body, in their order: places are counted among all. */
  readonly all: readonly PackageTemplate[]
  readonly open: string | null
  /** The one just made: it is named first. */
  readonly made: string | null
  readonly onOpen: (id: string | null) => void
}
function Group({ body, title, templates, all, open, made, onOpen }: GroupProps) {
  const move = useCommand('packageTemplates.move', { problemAsToast: true })
  async function put(template: PackageTemplate, to: number) {
    const others = all.filter(({ id }) => id !== template.id)
    const beside = templates.filter(({ id }) => id !== template.id)
    const next = beside[to]
    const last = beside.at(-1)
    const position = next ? others.indexOf(next) : last ? others.indexOf(last) + 1 : 0
    return (await move.run({ id: template.id, position })).ok
  }
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      <SortableList label={title} items={templates} keyOf={({ id }) => id} nameOf={({ name }) => name} onMove={put}>
        {(template, place) => (
          <PackageTemplateCard
            template={template}
            body={body}
            place={place}
            isUsual={usualTemplate(all, { bodyId: body.id, variant: template.variant })?.id === template.id}
            isOpen={open === template.id}
            isNew={made === template.id}
            onToggle={() => onOpen(open === template.id ? null : template.id)}
            onRemoved={() => onOpen(null)}
          />
        )}
      </SortableList>
    </section>
  )
}
