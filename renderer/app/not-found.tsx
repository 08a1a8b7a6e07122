import { EmptyState } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useT } from '#renderer/lib/use-t.ts'

export function NotFound() {
  const t = useT()
  return (
    <>
      <PageHeader title={t('app.notFound.title')} />
      <EmptyState
        title={t('app.notFound.text')}
        action={<RecordLink area="home">{t('app.notFound.home')}</RecordLink>}
      />
    </>
  )
}
