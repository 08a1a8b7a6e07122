import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'

/** `id`: the page, from the address. */
export function SettingsScreen(_props: { readonly id: string | null }) {
  const t = useT()
  return <PageHeader title={t('app.areas.settings')} />
}
