import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'

export function YearPlanScreen() {
  const t = useT()
  return <PageHeader title={t('app.areas.yearPlan')} />
}
