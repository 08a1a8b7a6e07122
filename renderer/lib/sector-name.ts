import type { Sector } from '#shared/domain/records/sector.ts'
import type { Language } from '#shared/domain/values.ts'

/** A sector's name in a language. */
export function sectorName(sector: Pick<Sector, 'nameNb' | 'nameSv' | 'nameEn'>, language: Language): string {
  return { nb: sector.nameNb, sv: sector.nameSv, en: sector.nameEn }[language]
}
