import { useState } from 'react'
import type { RegisterView } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { IconButton } from './button.tsx'
import { ChoiceMenu } from './choice-menu.tsx'
import type { Column } from './data-list.tsx'
import { Dialog } from './dialog.tsx'
import styles from './register.module.css'
import { RegisterExport } from './register-export.tsx'
import { SavedViews } from './saved-views.tsx'

const none = 'none'

/** Beside a register's filters: its saved views, how it is grouped, and its export. */
export function RegisterTools<Row>({
  register,
  columns,
}: {
  readonly register: RegisterView<Row>
  readonly columns: readonly Column<Row>[]
}) {
  const t = useT()
  const [exporting, setExporting] = useState(false)
  const { grouping } = register
  return (
    <div className={styles.tools}>
      <SavedViews register={register.register} />
      {grouping.choices.length > 0 && (
        <ChoiceMenu
          label={
            grouping.chosen
              ? t('registers.group.by', { name: grouping.chosen.label.toLocaleLowerCase() })
              : t('registers.group.label')
          }
          choicesLabel={t('registers.group.label')}
          choices={[
            { key: none, label: t('registers.group.none') },
            ...grouping.choices.map(({ key, label }) => ({ key, label })),
          ]}
          chosen={grouping.chosen?.key ?? none}
          onChoose={(key) => grouping.choose(key === none ? null : key)}
        />
      )}
      <IconButton icon="download" label={t('registers.export.button')} onPress={() => setExporting(true)} />
      <Dialog open={exporting} onClose={() => setExporting(false)} title={t('registers.export.title')}>
        <RegisterExport register={register} columns={columns} />
      </Dialog>
    </div>
  )
}
