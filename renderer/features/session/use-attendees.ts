import { useMemo } from 'react'
import type { Option } from '#renderer/components/select.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { wasPresent } from '#shared/domain/attendance-rules.ts'
import { useSession } from './use-session.ts'

/** Those of the roll as choices, in its order; those who are there unless nobody has been called yet. */
export function useAttendees(): {
  readonly options: readonly Option[]
  readonly partyOf: (personId: string) => string | null
} {
  const t = useT()
  const { detail } = useSession()
  return useMemo(() => {
    const called = detail.attendances.some(({ status }) => status !== null)
    const there = called ? detail.attendances.filter(wasPresent) : detail.attendances
    return {
      options: there.map((one) => ({
        key: one.personId,
        label: one.personName,
        detail: [t(`codes.attendanceRole.${one.role}`), one.party ?? one.organisation].filter(Boolean).join(' · '),
      })),
      partyOf: (personId) => there.find((one) => one.personId === personId)?.party ?? null,
    }
  }, [t, detail.attendances])
}
