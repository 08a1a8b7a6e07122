import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DetailHeader, DetailPage } from '#renderer/components/detail-page.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { bandOf } from '#shared/domain/company-rules.ts'
import { municipality } from '#shared/domain/municipalities.ts'
import type { Country } from '#shared/domain/values.ts'
import styles from './companies.module.css'
import { type CompanyForm, emptyForm, NewCompanyFields } from './new-company-fields.tsx'

/** The form of a new company, in the place where the company will stand. What is typed survives a restart. */
export function NewCompany({ onClose }: { readonly onClose: () => void }) {
  const partnership = usePartnership()
  if (!partnership) return <Loading />
  return <Form country={partnership.country} onClose={onClose} />
}

function Form({ country, onClose }: { readonly country: Country; readonly onClose: () => void }) {
  const t = useT()
  const go = useGo()
  const [form, setForm] = useState<CompanyForm>({ ...emptyForm, country })
  const draft = useDraft<CompanyForm>('company:new', (kept) => setForm({ ...emptyForm, ...kept }))
  const register = useCommand('companies.register', {
    done: (company) => t('companies.new.done', { name: company.name }),
  })
  const page = useRef<HTMLElement>(null)
  // The form is longer than the window: a refused field may be out of sight.
  useFocusProblem(page, register.problem)
  function put(changes: Partial<CompanyForm>) {
    const next = { ...form, ...changes }
    setForm(next)
    draft.keep(next)
  }
  async function save() {
    const reply = await register.run(inputOf(form))
    if (!reply.ok) return
    draft.discard()
    go('companies', reply.value.id, { keepSearch: true })
  }
  function giveUp() {
    draft.discard()
    onClose()
  }
  return (
    <DetailPage ref={page}>
      <DetailHeader title={t('companies.new.title')} onClose={onClose} />
      {draft.restored && <Note tone="info">{t('companies.new.restored')}</Note>}
      <NewCompanyFields form={form} put={put} problem={register.field} onEnter={() => void save()} />
      {register.problem && <ErrorNote error={register.problem} />}
      <div className={styles.actions}>
        <Button kind="primary" busy={register.busy} onPress={() => void save()}>
          {t('companies.new.register')}
        </Button>
        <Button onPress={giveUp}>{t('common.cancel')}</Button>
      </div>
    </DetailPage>
  )
}

/** The form as the command takes it. The band follows an exact number. */
function inputOf(form: CompanyForm): InputOf<'companies.register'> {
  const { municipalityCode, employees, employeesBand, orgNo, ...rest } = form
  const noNumber = form.soleTrader && form.country === 'SE'
  return {
    ...rest,
    orgNo: noNumber ? null : orgNo,
    municipalityCode,
    municipalityValidFrom: municipalityCode ? (municipality(municipalityCode, form.country)?.validFrom ?? null) : null,
    employees,
    employeesBand: employees === null ? employeesBand : bandOf(employees),
  }
}
