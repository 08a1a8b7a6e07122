import { useRef } from 'react'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import type { Saving } from '#renderer/lib/use-saving.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useUndo } from '#renderer/lib/use-undo.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { normalisePostalCode } from '#shared/domain/company-rules.ts'
import { isMunicipality, municipality } from '#shared/domain/municipalities.ts'
import { checkOrgNo } from '#shared/domain/org-number.ts'
import type { Company } from '#shared/domain/records/company.ts'
import type { Country } from '#shared/domain/values.ts'

export type OpenCompany = OutputOf<'companies.open'>
export type CompanyChanges = InputOf<'companies.revise'>['changes']
export type Save = (changes: CompanyChanges) => ReturnType<Saving<unknown>['onSave']>

/** Saves fields of a company; the notice carries the undo. */
export function useSaveCompany(id: string): Save {
  const t = useT()
  const toasts = useToasts()
  const { undo } = useUndo()
  const notice = useRef<number | null>(null)
  const revise = useCommand('companies.revise')
  return async (changes) => {
    const reply = await revise.run({ id, changes })
    const stamp = reply.ok ? reply.change : null
    if (!stamp) return reply
    // Filling in one field after another leaves one notice, that of the last.
    if (notice.current !== null) toasts.dismiss(notice.current)
    const action = { label: t('common.undo'), run: () => void undo(stamp) }
    notice.current = toasts.show({ text: t('companies.saved'), action })
    return reply
  }
}

/** The municipality and the day its code came into use: the two are written together. */
export function municipalityChange(code: string | null, country: Country): CompanyChanges {
  return {
    municipalityCode: code,
    municipalityValidFrom: code ? (municipality(code, country)?.validFrom ?? null) : null,
  }
}

/** Another country: what doesn't fit there is emptied in the same change, so that one undo brings all of it back. */
export function countryChange(company: Company, country: Country): CompanyChanges {
  const orgNoFits = company.orgNo === null || checkOrgNo(company.orgNo, country, company).ok
  const placeFits = company.municipalityCode === null || isMunicipality(company.municipalityCode, country)
  const postalFits = company.postalCode === null || normalisePostalCode(company.postalCode, country).ok
  return {
    country,
    ...(orgNoFits ? {} : { orgNo: null }),
    ...(placeFits ? {} : { municipalityCode: null, municipalityValidFrom: null }),
    ...(postalFits ? {} : { postalCode: null }),
    ...(company.industryVersion ? { industryCode: null, industryVersion: null } : {}),
  }
}

/** A Swedish sole trader's number is a personal identity number: it goes in the same change. */
export function soleTraderChange(company: Pick<Company, 'country'>, soleTrader: boolean): CompanyChanges {
  return { soleTrader, ...(soleTrader && company.country === 'SE' ? { orgNo: null } : {}) }
}

/** A code without its standard says nothing: the newest of the country is put in and stands there to be changed. */
export function industryChange(company: Company, industryCode: string | null): CompanyChanges {
  if (industryCode === null) return { industryCode, industryVersion: null }
  const newest = company.country === 'SE' ? 'SNI2025' : 'SN2025'
  return { industryCode, ...(company.industryVersion ? {} : { industryVersion: newest }) }
}

/** Turnover without a year is taken for last year's, which then stands there to be changed. */
export function turnoverChange(company: Company, turnover: number | null, today: string): CompanyChanges {
  if (turnover === null) return { turnover, turnoverYear: null }
  return { turnover, ...(company.turnoverYear ? {} : { turnoverYear: Number(today.slice(0, 4)) - 1 }) }
}
