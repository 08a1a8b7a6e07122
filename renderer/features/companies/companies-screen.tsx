import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'

/** `id`: the open record, from the address; null shows the list alone. */
export function CompaniesScreen(_props: { readonly id: string | null }) {
  const t = useT()
  return <PageHeader title={t('app.areas.companies')} />
}
