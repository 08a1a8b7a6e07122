import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'

export function SessionScreen({ id }: { readonly id: string }) {
  const t = useT()
  return <PageHeader title={t('app.areas.meetings')} detail={id} />
}
