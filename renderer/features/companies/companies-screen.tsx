import { useCallback, useMemo } from 'react'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useScreenActions } from '#renderer/lib/shell.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { CompanyDetail } from './company-detail.tsx'
import { CompanyList } from './company-list.tsx'
import { NewCompany } from './new-company.tsx'

/** `id`: the open company, from the address; `new` for the form of a new one; null shows the list alone. */
export function CompaniesScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const go = useGo()
  const readOnly = useReadOnly()
  const opened = useOperation('companies.open', { id: id ?? '' }, { enabled: id !== null && id !== 'new' })
  const close = useCallback(() => go('companies', null, { keepSearch: true }), [go])
  const actions = useMemo(
    () => [
      {
        id: 'companies.new',
        label: t('companies.new.action'),
        icon: 'plus' as const,
        disabled: readOnly,
        run: () => go('companies', 'new', { keepSearch: true }),
      },
    ],
    [t, go, readOnly],
  )
  useScreenActions(actions)
  return (
    <MasterDetail
      list={<CompanyList openId={id} />}
      detail={
        id === 'new' ? <NewCompany onClose={close} /> : id ? <CompanyDetail key={id} id={id} onClose={close} /> : null
      }
      detailLabel={id === 'new' ? t('companies.new.title') : (opened.data?.company.name ?? t('app.entities.companies'))}
      onClose={close}
    />
  )
}
