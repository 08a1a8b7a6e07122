import { useMemo } from 'react'
import { municipalitiesOf, municipality, municipalityName } from '#shared/domain/municipalities.ts'
import type { Partnership } from '#shared/domain/records/partnership.ts'
import type { Country } from '#shared/domain/values.ts'
import { sectorName } from './sector-name.ts'
import { today, useFormat } from './use-format.ts'
import { useOperation } from './use-query.ts'
import { useLanguage } from './use-t.ts'

/** The partnership of the open file; null while it is read. */
export function usePartnership(): Partnership | null {
  return useOperation('workspace.current', {}).data?.partnership ?? null
}

/** Names of sectors and municipalities in the language of the screen, and both as options. */
export function useNames() {
  const language = useLanguage()
  const format = useFormat()
  const partnership = usePartnership()
  const sectors = useOperation('sectors.list', {}).data
  return useMemo(() => {
    const own: Country = partnership?.country ?? 'NO'
    const other: Country = own === 'NO' ? 'SE' : 'NO'
    const sectorNames = new Map((sectors ?? []).map((sector) => [sector.id, sectorName(sector, language)]))
    const regionCodes = (partnership?.regionCodes ?? []).filter((code) => municipality(code, own))
    const named = regionCodes.map((code) => ({ key: code, label: municipalityName(code, own) ?? code }))
    return {
      /** Undefined for none and for a sector that is gone. */
      sector: (id: string | null) => (id ? sectorNames.get(id) : undefined),
      /** The name of a code; the code itself where no country knows it, undefined for none. */
      municipality: (code: string | null, country: Country = own) =>
        code === null
          ? undefined
          : (municipalityName(code, country) ?? municipalityName(code, country === own ? other : own) ?? code),
      sectorOptions: (sectors ?? []).map((sector) => ({ key: sector.id, label: sectorName(sector, language) })),
      /** The municipalities that the partnership serves; all of its country where it has named none. */
      regionOptions:
        named.length > 0
          ? named.sort((a, b) => format.compare(a.label, b.label))
          : municipalitiesOf(own, today()).map((one) => ({ key: one.code, label: one.name })),
    }
  }, [language, format, partnership, sectors])
}
