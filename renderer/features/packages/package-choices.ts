import { useListState } from '#renderer/lib/use-list-state.ts'
import type { Body } from '#shared/domain/records/body.ts'
import {
  type PackageSection,
  type PackageTemplate,
  type PackageVariant,
  packageSections,
  packageVariants,
} from '#shared/domain/records/package-template.ts'
import { type Day, isDay, type Language, languages } from '#shared/domain/values.ts'
import { type Period, type Preset, periodOf, presets } from './periods.ts'

/** In the address for a package that is for no meeting: null there is the usual one. */
const noMeeting = 'none'
/** The form's choices as the address holds them, so that a look at a visit and back finds them as they were. Null = the usual. */
const defaults = {
  forBody: null as string | null,
  forMeeting: null as string | null,
  variant: 'papers' as string,
  template: null as string | null,
  leftOut: [] as string[],
  withConfidential: false,
  period: 'thisHalf' as string,
  from: null as string | null,
  to: null as string | null,
  documentLanguage: null as string | null,
  packageTitle: '',
}
/** The form's part of the address. */
export const choiceKeys = Object.keys(defaults)

const halves = new Set<Preset>(['thisHalf', 'lastHalf'])

/** The report of a year is written when it ends or after it. */
function yearToReport(today: Day): Preset {
  return Number(today.slice(5, 7)) >= 10 ? 'thisYear' : 'lastYear'
}

interface Usual {
  readonly bodies: readonly Body[]
  readonly bodyId: string
  readonly language: Language
  readonly today: Day
}

/** What is chosen, and the ways to choose. An address that somebody bent gives the usual choice. */
export function usePackageChoices({ bodies, bodyId, language, today }: Usual) {
  const [state, change] = useListState(defaults)
  const preset: Preset = presets.find((one) => one === state.period) ?? 'thisHalf'
  const period: Period = periodOf(preset, today) ?? {
    from: state.from && isDay(state.from) ? state.from : today,
    to: state.to && isDay(state.to) ? state.to : today,
  }
  const variant: PackageVariant = packageVariants.find((one) => one === state.variant) ?? 'papers'
  return {
    bodyId: bodies.find(({ id }) => id === state.forBody)?.id ?? bodyId,
    /** Of the body's meetings the one that is chosen, or else the usual one. */
    meetingOf: <M extends { readonly id: string }>(meetings: readonly M[], usual: M | null): M | null =>
      state.forMeeting === noMeeting ? null : (meetings.find(({ id }) => id === state.forMeeting) ?? usual),
    variant,
    /** Of the templates those that the body has for the variant, its own and everybody's, and the one chosen; null = the usual. */
    templatesOf: (all: readonly PackageTemplate[], ofBody: string) => {
      const fitting = all.filter((one) => one.variant === variant && (one.bodyId === null || one.bodyId === ofBody))
      const templateId = fitting.find(({ id }) => id === state.template)?.id ?? null
      return { templates: fitting, templateId, isGone: state.template !== null && templateId === null }
    },
    leftOut: packageSections.filter((section) => state.leftOut.includes(section)),
    withConfidential: state.withConfidential,
    language: languages.find((one) => one === state.documentLanguage) ?? language,
    preset,
    period,
    title: state.packageTitle,
    /** Another body has other meetings, and other readers. */
    chooseBody: (forBody: string | null) =>
      change({ forBody, forMeeting: null, template: null, leftOut: [], withConfidential: false }),
    /** Another variant has other sections. An annual report is about a year. */
    chooseVariant: (next: PackageVariant) =>
      change({
        variant: next,
        template: null,
        leftOut: [],
        ...(next === 'annualReport' && halves.has(preset) ? { period: yearToReport(today) } : {}),
      }),
    chooseTemplate: (template: string | null) => change({ template, leftOut: [] }),
    chooseLeftOut: (leftOut: PackageSection[]) => change({ leftOut }),
    chooseMeeting: (id: string | null) => change({ forMeeting: id ?? noMeeting }),
    chooseConfidential: (withConfidential: boolean) => change({ withConfidential }),
    chooseLanguage: (documentLanguage: Language | null) => change({ documentLanguage }),
    /** One's own period begins with the days of the one chosen before. */
    choosePreset: (next: Preset) =>
      change(next === 'own' ? { period: next, ...period } : { period: next, from: null, to: null }),
    choosePeriod: (next: Period) => change({ from: next.from, to: next.to }),
    keepTitle: (packageTitle: string) => change({ packageTitle }),
  }
}
