import { useState } from 'react'
import { IconButton } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { SavingNumber, SavingSelect, SavingSwitch, SavingText } from '#renderer/components/saving-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePartnerOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { NewFinancing } from './new-financing.tsx'
import own from './projects.module.css'
import { type OpenProject, type ProjectRow, useCurrency, useWarningAt } from './use-project.ts'

type Source = OpenProject['financing'][number]
interface Props {
  readonly project: ProjectRow
  readonly financing: readonly Source[]
  readonly warnings: OpenProject['warnings']
}

/** Where the money comes from, granted or applied for, against the budget. */
export function ProjectFinancing({ project, financing, warnings }: Props) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const currency = useCurrency(project)
  const warning = useWarningAt(warnings)('budgetAmount')
  const shown = financing.find(({ id }) => id === open)
  return (
    <section className={styles.section} aria-label={t('projects.financing.title')}>
      <h3>{t('projects.financing.title')}</h3>
      {warning && <Note tone="warning">{warning}</Note>}
      {financing.length === 0 ? (
        <p className={styles.quiet}>{t('projects.financing.none')}</p>
      ) : (
        <FinancingTable project={project} financing={financing} open={open} onOpen={setOpen} />
      )}
      {shown && <FinancingFields key={shown.id} source={shown} currency={currency} />}
      {adding ? (
        <NewFinancing project={project} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <WriteButton icon="plus" onPress={() => setAdding(true)}>
            {t('projects.financing.add')}
          </WriteButton>
        </div>
      )}
    </section>
  )
}

interface TableProps extends Omit<Props, 'warnings'> {
  readonly open: string | null
  readonly onOpen: (id: string | null) => void
}
function FinancingTable({ project, financing, open, onOpen }: TableProps) {
  const t = useT()
  const format = useFormat()
  const currency = useCurrency(project)
  const money = (amount: number) => format.amount(amount, currency)
  const { budgetAmount: budget, granted, appliedFor } = project
  // Whole øre added, so every sum is exact.
  const left = budget === null ? 0 : budget - granted - appliedFor
  const sums = [
    { label: t('projects.financing.sumGranted'), amount: granted },
    { label: t('projects.financing.sumAppliedFor'), amount: appliedFor },
    ...(budget === null ? [] : [{ label: t('projects.financing.budget'), amount: budget }]),
    ...(left > 0 ? [{ label: t('projects.financing.missing'), amount: left }] : []),
    ...(left < 0 ? [{ label: t('projects.financing.over'), amount: -left }] : []),
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className={own.scroll} aria-label={t('projects.financing.table')} tabIndex={0}>
      <table className={own.tableText}>
        <thead>
          <tr>
            <th scope="col">{t('projects.financing.source')}</th>
            <th scope="col">{t('app.fields.status')}</th>
            <th scope="col">{t('projects.financing.amount')}</th>
            <th scope="col">{t('projects.financing.tools')}</th>
          </tr>
        </thead>
        <tbody>
          {financing.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.source}
                {one.partnerName && one.partnerName !== one.source && (
                  <span className={styles.quiet}> · {one.partnerName}</span>
                )}
                {one.note && <div className={styles.quiet}>{one.note}</div>}
              </th>
              <td>{t(one.granted ? 'projects.financing.grantedYes' : 'projects.financing.grantedNo')}</td>
              <td>{money(one.amount)}</td>
              <td>
                <IconButton
                  icon={open === one.id ? 'up' : 'edit'}
                  label={t(open === one.id ? 'projects.financing.close' : 'projects.financing.edit', {
                    source: one.source,
                  })}
                  expanded={open === one.id}
                  onPress={() => onOpen(open === one.id ? null : one.id)}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sums.map(({ label, amount }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td />
              <td>{money(amount)}</td>
              <td />
            </tr>
          ))}
        </tfoot>
      </table>
    </section>
  )
}

function FinancingFields({ source, currency }: { readonly source: Source; readonly currency: 'NOK' | 'SEK' }) {
  const t = useT()
  const { id } = source
  const { options } = usePartnerOptions()
  const revise = useCommand('financings.revise')
  const remove = useCommand('financings.remove', { done: t('projects.financing.removed'), problemAsToast: true })
  const save = (changes: InputOf<'financings.revise'>['changes']) => revise.run({ id, changes })
  return (
    <div className={styles.inner}>
      <div className={styles.pair}>
        <SavingText
          label={t('projects.financing.source')}
          required
          field="source"
          draftKey={`financing:${source.id}:source`}
          value={source.source}
          onSave={(next) => save({ source: next ?? '' })}
        />
        <SavingNumber
          label={t('projects.financing.amount')}
          required
          currency={currency}
          field="amount"
          draftKey={`financing:${source.id}:amount`}
          value={source.amount}
          onSave={(amount) => save({ amount: amount ?? Number.NaN })}
        />
        <SavingSelect
          label={t('projects.financing.partner')}
          emptyLabel={t('projects.financing.noPartner')}
          field="partnerId"
          value={source.partnerId}
          options={options}
          onSave={(partnerId) => save({ partnerId })}
        />
        <SavingText
          label={t('projects.partners.note')}
          field="note"
          draftKey={`financing:${source.id}:note`}
          value={source.note}
          onSave={(note) => save({ note })}
        />
      </div>
      <SavingSwitch
        label={t('projects.financing.grantedYes')}
        field="granted"
        value={source.granted}
        onSave={(granted) => save({ granted })}
      />
      <div>
        <WriteButton small kind="quiet" icon="remove" busy={remove.busy} onPress={() => void remove.run({ id })}>
          {t('projects.financing.remove')}
        </WriteButton>
      </div>
    </div>
  )
}
