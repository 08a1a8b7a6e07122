import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'

export function MeetingsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  return <PageHeader title={t('app.areas.meetings')} detail={id} />
}
