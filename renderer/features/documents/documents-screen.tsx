import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'

/** Every document of the partnership. `id`: the open document, from the address. */
export function DocumentsScreen(_: { readonly id: string | null }) {
  const t = useT()
  return <PageHeader title={t('app.areas.documents')} />
}
