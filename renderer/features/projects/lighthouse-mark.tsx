import { Badge } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'

/** Says in a word and a drawing that a project is a lighthouse. */
export function LighthouseMark() {
  const t = useT()
  return (
    <Badge tone="info" icon="lighthouse">
      {t('projects.list.lighthouse')}
    </Badge>
  )
}
