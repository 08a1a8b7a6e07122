import { useMemo } from 'react'
import type { Option } from '#renderer/components/select.tsx'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { confidentialities, themes, visitFlags, visitTypes } from '#shared/domain/records/visit.ts'
import { useFormat } from './use-format.ts'
import { useOperation } from './use-query.ts'
import { useLanguage, useT } from './use-t.ts'

/** The closed lists of visits and follow-ups as choices, in the language of the screen. */
export function useVisitOptions() {
  const t = useT()
  return useMemo(
    () => ({
      types: visitTypes.map((key) => ({ key, label: t(`codes.visitType.${key}`) })),
      flags: visitFlags.map((key) => ({ key, label: t(`codes.flag.${key}`) })),
      themes: themes.map((key) => ({ key, label: t(`codes.theme.${key}`) })),
      confidentialities: confidentialities.map((key) => ({ key, label: t(`codes.confidentiality.${key}`) })),
    }),
    [t],
  )
}

type Person = OutputOf<'persons.list'>[number]
export function personName(person: Pick<Person, 'givenName' | 'familyName'>): string {
  return `${person.givenName} ${person.familyName}`
}

/**
 * People as choices: the active ones, and those already chosen. `who`: those of the secretariat alone, or of the partners too.
 * Where nobody is registered as secretariat, all are offered.
 */
export function usePersonOptions(
  chosen: readonly string[] = [],
  who: 'secretariat' | 'all' = 'all',
): { options: readonly Option[]; nameOf: NameOf } {
  const persons = useOperation('persons.list', {})
  const format = useFormat()
  const keep = chosen.join()
  return useMemo(() => {
    const all = persons.data ?? []
    const kept = keep.split(',')
    const ours = (person: Person) => who === 'all' || person.organisationId === null
    const narrow = all.some((person) => person.status === 'active' && ours(person))
    const options = all
      .filter((person) => kept.includes(person.id) || (person.status === 'active' && (!narrow || ours(person))))
      .map((person) => ({ key: person.id, label: personName(person), detail: person.roleTitle ?? undefined }))
      .sort((a, b) => format.compare(a.label, b.label))
    return { options, nameOf: namesOf(all.map((person) => [person.id, personName(person)])) }
  }, [persons.data, keep, who, format])
}

/** Partners as choices, by name. */
export function usePartnerOptions(): { options: readonly Option[]; nameOf: NameOf } {
  const partners = useOperation('partners.list', {})
  const format = useFormat()
  return useMemo(() => {
    const all = partners.data ?? []
    const options = all
      .map((partner) => ({ key: partner.id, label: partner.shortName ?? partner.name }))
      .sort((a, b) => format.compare(a.label, b.label))
    return { options, nameOf: namesOf(all.map((partner) => [partner.id, partner.name])) }
  }, [partners.data, format])
}

/** The partnership's own sectors as choices, in its order and in the language of the screen. */
export function useSectorOptions(): { options: readonly Option[]; nameOf: NameOf } {
  const sectors = useOperation('sectors.list', {})
  const language = useLanguage()
  return useMemo(() => {
    const field = ({ nb: 'nameNb', sv: 'nameSv', en: 'nameEn' } as const)[language]
    const options = [...(sectors.data ?? [])]
      .sort((a, b) => a.position - b.position)
      .map((sector) => ({ key: sector.id, label: sector[field] }))
    return { options, nameOf: namesOf(options.map((option) => [option.key, option.label])) }
  }, [sectors.data, language])
}

type NameOf = (id: string) => string | undefined
function namesOf(pairs: readonly (readonly [string, string])[]): NameOf {
  const names = new Map(pairs)
  return (id) => names.get(id)
}
