import { useState } from 'react'
import { IconButton } from '#renderer/components/button.tsx'
import { Badge, EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { AgendaTemplate } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import styles from './bodies.module.css'
import { TemplateFields } from './template-fields.tsx'

/** Agendas kept for reuse: the body's own, and those of all bodies. */
export function AgendaTemplates({ body }: { readonly body: Body }) {
  const t = useT()
  const format = useFormat()
  const [open, setOpen] = useState<string | null>(null)
  const query = useOperation('agendaTemplates.list', {})
  const add = useCommand('agendaTemplates.add', { done: t('bodies.templates.added'), problemAsToast: true })
  if (query.isPending) return <Loading />
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  const templates = query.data
    .filter((one) => one.bodyId === body.id || one.bodyId === null)
    .sort((a, b) => Number(b.standing) - Number(a.standing) || format.compare(a.name, b.name))
  async function addOne() {
    const reply = await add.run({
      bodyId: body.id,
      name: t('bodies.templates.newName'),
      // The first one is most often what every meeting begins with.
      standing: !templates.some((one) => one.standing),
      rows: [],
    })
    if (reply.ok) setOpen(reply.value.id)
  }
  const addButton = (
    <WriteButton
      {...(templates.length === 0 ? { kind: 'primary' as const } : {})}
      icon="plus"
      busy={add.busy}
      onPress={() => void addOne()}
    >
      {t('bodies.templates.add')}
    </WriteButton>
  )
  if (templates.length === 0) {
    return (
      <EmptyState icon="meetings" title={t('bodies.templates.none')} action={addButton}>
        {t('bodies.templates.noneText')}
      </EmptyState>
    )
  }
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>{t('bodies.templates.noneText')}</p>
      <ul className={styles.cards}>
        {templates.map((template) => (
          <li key={template.id} className={styles.card}>
            <Head
              template={template}
              open={open === template.id}
              onToggle={() => setOpen(open === template.id ? null : template.id)}
            />
            {open === template.id && <TemplateFields template={template} body={body} onRemoved={() => setOpen(null)} />}
          </li>
        ))}
      </ul>
      <div>{addButton}</div>
    </div>
  )
}

interface HeadProps {
  readonly template: AgendaTemplate
  readonly open: boolean
  readonly onToggle: () => void
}
function Head({ template, open, onToggle }: HeadProps) {
  const t = useT()
  const minutes = template.rows.reduce((sum, row) => sum + (row.minutesPlanned ?? 0), 0)
  const facts = [
    t('bodies.templates.rows', { count: template.rows.length }),
    minutes > 0 && t('bodies.templates.total', { count: minutes }),
    template.bodyId === null && t('bodies.templates.forAll'),
  ]
  return (
    <div className={styles.recordTop}>
      <div className={styles.words}>
        <span>
          <span className={styles.name}>{template.name}</span>{' '}
          {template.standing && <Badge tone="info">{t('bodies.templates.badge')}</Badge>}
        </span>
        <span className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</span>
      </div>
      <IconButton
        icon={open ? 'up' : 'edit'}
        label={
          open
            ? t('bodies.members.close', { name: template.name })
            : t('bodies.templates.edit', { name: template.name })
        }
        expanded={open}
        onPress={onToggle}
      />
    </div>
  )
}
