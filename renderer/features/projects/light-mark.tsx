import { Badge } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { Light } from '#shared/domain/records/project.ts'

const looks = {
  green: { tone: 'success', icon: 'check' },
  amber: { tone: 'warning', icon: 'info' },
  red: { tone: 'danger', icon: 'warning' },
} as const

/** The status light by its word; sign and colour only help. Null = never reported. */
export function LightMark({ light }: { readonly light: Light | null }) {
  const t = useT()
  if (light === null) return <Badge>{t('projects.light.never')}</Badge>
  return <Badge {...looks[light]}>{t(`codes.light.${light}`)}</Badge>
}
