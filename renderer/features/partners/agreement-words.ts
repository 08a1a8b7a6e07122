import { useMemo } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Partner } from '#shared/domain/records/partner.ts'

/** A partner's agreement in words: how long it is valid, and how many days are left. */
export function useAgreementWords() {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => ({
      left: (days: number) =>
        days === 0
          ? t('partners.agreement.endsToday')
          : days > 0
            ? t('partners.agreement.left', { count: days })
            : t('partners.agreement.over', { count: -days }),
      valid: ({ agreementValidFrom, agreementValidTo }: Partner) => {
        const [from, to] = [format.day(agreementValidFrom), format.day(agreementValidTo)]
        if (agreementValidFrom && agreementValidTo) return t('partners.agreement.fromTo', { from, to })
        if (agreementValidFrom) return t('partners.agreement.from', { from })
        return agreementValidTo ? t('partners.agreement.to', { to }) : t('partners.agreement.noDays')
      },
    }),
    [t, format],
  )
}
