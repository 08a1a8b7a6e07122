import { Icon } from '#renderer/components/icon.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { SortableList } from '#renderer/components/sortable-list.tsx'
import { WriteIconButton } from '#renderer/components/write-button.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type PackageSheet, type PackageTemplate, packageSheets } from '#shared/domain/records/package-template.ts'
import bodyStyles from './bodies.module.css'
import { MoveButtons } from './move-buttons.tsx'
import styles from './package-templates.module.css'
import { moved, type TemplateWriter } from './use-template-writer.ts'

interface Props {
  readonly template: PackageTemplate
  readonly writer: TemplateWriter
}

/** The sheets of the workbook in their order, after the sheet that explains them. */
export function PackageSheets({ template: { sheets }, writer }: Props) {
  const t = useT()
  const readOnly = useReadOnly()
  const nameOf = (sheet: PackageSheet) => t(`codes.packageSheet.${sheet}`)
  const more = packageSheets.filter((sheet) => !sheets.includes(sheet))
  const title = t('packageTemplates.excel')
  return (
    <section className={bodyStyles.section} aria-label={title}>
      <div>
        <h4 className={styles.heading}>{title}</h4>
        <p className={styles.quiet}>{t('packageTemplates.excelText')}</p>
      </div>
      {sheets.length === 0 && (
        <p className={styles.fixed}>
          <Icon name="info" size={14} />
          <span>{t('packageTemplates.excelEmpty')}</span>
        </p>
      )}
      <SortableList
        label={title}
        items={sheets}
        keyOf={(sheet) => sheet}
        nameOf={nameOf}
        onMove={async (sheet, to) => (await writer.putSheets((now) => moved(now, now.indexOf(sheet), to))).ok}
      >
        {(sheet, place) => (
          <div className={styles.top}>
            <span className={styles.title}>{nameOf(sheet)}</span>
            <span className={styles.marks}>
              <MoveButtons name={nameOf(sheet)} place={place} />
              <WriteIconButton
                icon="close"
                label={t('packageTemplates.takeOut', { name: nameOf(sheet) })}
                onPress={() => void writer.putSheets((now) => now.filter((one) => one !== sheet))}
              />
            </span>
          </div>
        )}
      </SortableList>
      {more.length > 0 && (
        <div>
          <Menu
            label={t('packageTemplates.addSheet')}
            icon="plus"
            showLabel
            entries={more.map((sheet) => ({
              id: sheet,
              label: nameOf(sheet),
              disabled: readOnly,
              run: () => void writer.putSheets((now) => [...now, sheet]),
            }))}
          />
        </div>
      )}
    </section>
  )
}
