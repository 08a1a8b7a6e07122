import { useListState } from '#renderer/lib/use-list-state.ts'
import type { Body } from '#shared/domain/records/body.ts'
import { type Day, isDay, type Language, languages } from '#shared/domain/values.ts'
import { type Period, type Preset, periodOf, presets } from './periods.ts'

/** In the address for a package that is for no meeting: null there is the usual one. */
const noMeeting = 'none'
/** The form's choices as the address holds them, so that a look at a visit and back finds them as they were. Null = the usual. */
const defaults = {
  forBody: null as string | null,
  forMeeting: null as string | null,
  withConfidential: false,
  period: 'thisHalf' as string,
  from: null as string | null,
  to: null as string | null,
  documentLanguage: null as string | null,
  packageTitle: '',
}
/** The form's part of the address. */
export const choiceKeys = Object.keys(defaults)

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
  return {
    bodyId: bodies.find(({ id }) => id === state.forBody)?.id ?? bodyId,
    /** Of the body's meetings the one that is chosen, or else the usual one. */
    meetingOf: <M extends { readonly id: string }>(meetings: readonly M[], usual: M | null): M | null =>
      state.forMeeting === noMeeting ? null : (meetings.find(({ id }) => id === state.forMeeting) ?? usual),
    withConfidential: state.withConfidential,
    language: languages.find((one) => one === state.documentLanguage) ?? language,
    preset,
    period,
    title: state.packageTitle,
    /** Another body has other meetings, and other readers. */
    chooseBody: (forBody: string | null) => change({ forBody, forMeeting: null, withConfidential: false }),
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
