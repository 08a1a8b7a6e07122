import { Icon } from '#renderer/components/icon.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import type { Place } from '#renderer/components/sortable-list.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { PackageTemplate } from '#shared/domain/records/package-template.ts'
import { MoveButtons, useMoveKeys } from './move-buttons.tsx'
import { PackageTemplateFields } from './package-template-fields.tsx'
import styles from './package-templates.module.css'

interface Props {
  readonly template: PackageTemplate
  readonly body: Body
  readonly place: Place
  /** Packages of its variant follow it unless another is chosen. */
  readonly isUsual: boolean
  readonly isOpen: boolean
  readonly isNew: boolean
  readonly onToggle: () => void
  readonly onRemoved: () => void
}

/** One template: what it is for and how much it holds; opened, all of it. */
export function PackageTemplateCard({ template, body, place, isUsual, isOpen, isNew, onToggle, onRemoved }: Props) {
  const t = useT()
  const keys = useMoveKeys(place)
  const { name, variant, sections, sheets } = template
  const variantName = t(`codes.packageVariant.${variant}`)
  const facts = [
    variantName === name ? null : variantName,
    t('packageTemplates.sections', { count: sections.length }),
    sheets.length > 0 ? t('packageTemplates.sheets', { count: sheets.length }) : t('packageTemplates.noSheets'),
  ]
  return (
    <div className={styles.template} data-open={isOpen}>
      <div className={styles.top}>
        <button type="button" className={styles.title} aria-expanded={isOpen} onClick={onToggle} {...keys}>
          <Icon name={isOpen ? 'down' : 'right'} size={14} />
          <span className={styles.words}>
            <span className={styles.name}>{name}</span>
            <span className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</span>
          </span>
        </button>
        <span className={styles.marks}>
          {isUsual && <Badge tone="info">{t('packageTemplates.badge')}</Badge>}
          <MoveButtons name={name} place={place} />
        </span>
      </div>
      {isOpen && <PackageTemplateFields template={template} body={body} isNew={isNew} onRemoved={onRemoved} />}
    </div>
  )
}
