/** The words of the plan file's closed lists, and the headings of parts that have no field of their own. */
import type { activityStatuses, comparators, goalStatuses, targetKinds } from '../domain/records/goal.ts'
import type {
  availabilities,
  breakdowns,
  directions,
  frequencies,
  IndicatorUnit,
  measurementStatuses,
} from '../domain/records/indicator.ts'
import type { planStatuses } from '../domain/records/plan.ts'
import type { Language } from '../domain/values.ts'

type Words<L extends readonly string[]> = Readonly<Record<string, L[number]>>
export const kindWords: Words<typeof targetKinds> = {
  none: 'none',
  level: 'level',
  multiple: 'multiple',
  relative_change: 'relativeChange',
  absolute_change: 'absoluteChange',
  annual_rate: 'annualRate',
  better_than_reference: 'betterThanReference',
  qualitative: 'qualitative',
}
export const comparatorWords: Words<typeof comparators> = {
  '>=': 'atLeast',
  '>': 'moreThan',
  '<=': 'atMost',
  '<': 'lessThan',
  rank: 'rank',
  '≥': 'atLeast',
  '≤': 'atMost',
}
export const goalStatusWords: Words<typeof goalStatuses> = {
  'on track': 'onTrack',
  'at risk': 'atRisk',
  'off track': 'offTrack',
  reached: 'reached',
  'not measurable': 'notMeasurable',
}
export const activityStatusWords: Words<typeof activityStatuses> = {
  'not stated': 'notStated',
  planned: 'planned',
  ongoing: 'ongoing',
  done: 'done',
  dropped: 'dropped',
}
export const planStatusWords: Words<typeof planStatuses> = {
  draft: 'draft',
  'in force': 'inForce',
  superseded: 'superseded',
}
export const directionWords: Words<typeof directions> = { up: 'higherBetter', down: 'lowerBetter', neutral: 'neutral' }
export const frequencyWords: Words<typeof frequencies> = {
  monthly: 'monthly',
  quarterly: 'quarterly',
  'twice yearly': 'twiceYearly',
  yearly: 'yearly',
  'every second year': 'everySecondYear',
  irregular: 'irregular',
  'not stated': 'notStated',
}
export const availabilityWords: Words<typeof availabilities> = {
  open: 'open',
  'must be ordered': 'mustBeOrdered',
  'own survey': 'ownSurvey',
  'own register': 'ownRegister',
}
export const breakdownWords: Words<typeof breakdowns> = {
  none: 'none',
  industry: 'industry',
  municipality: 'municipality',
  sex: 'sex',
  age: 'age',
}
export const measurementWords: Words<typeof measurementStatuses> = {
  final: 'final',
  preliminary: 'preliminary',
  estimated: 'estimated',
  revised: 'revised',
  missing: 'missing',
}
const unitWords: Readonly<Record<string, IndicatorUnit>> = {
  'not stated': 'notStated',
  number: 'number',
  percent: 'percent',
  'percent per year': 'percent',
  'percentage points': 'percentagePoints',
  NOK: 'NOK',
  SEK: 'SEK',
  'NOK per employee': 'nokPerEmployee',
  index: 'index',
  rank: 'rank',
  other: 'other',
}
/** A unit as the file names it: one of the list, else what is counted ("arbeidsplasser"). */
export function unitOf(word: string | null): { unit: IndicatorUnit | null; unitText: string | null } {
  if (word === null) return { unit: null, unitText: null }
  const known = Object.hasOwn(unitWords, word) ? unitWords[word] : undefined
  return known ? { unit: known, unitText: null } : { unit: 'number', unitText: word }
}
/** The file's word for a value of a list. */
export function wordOf<T extends string>(words: Readonly<Record<string, T>>, value: T): string {
  return Object.keys(words).find((word) => words[word] === value) ?? value
}
export function unitWord(unit: IndicatorUnit, unitText: string | null): string {
  return unit === 'number' && unitText !== null && !Object.hasOwn(unitWords, unitText)
    ? unitText
    : wordOf(unitWords, unit)
}

/** Parts of a plan that become sections, in the order in which they then stand; headings in the plan's language. */
export const sectionHeadings: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  based_on: { nb: 'Bygger på', sv: 'Utgår från', en: 'Based on' },
  aim: { nb: 'Hensikt', sv: 'Syfte', en: 'Aim' },
  vision_explained: { nb: 'Visjonen forklart', sv: 'Visionen förklarad', en: 'The vision explained' },
  need_stated: { nb: 'Behov', sv: 'Behov', en: 'Need' },
  partnership_role: { nb: 'Partnerskapets rolle', sv: 'Partnerskapets roll', en: 'Role of the partnership' },
  recognitions: { nb: 'Erkjennelser', sv: 'Insikter', en: 'What we recognise' },
  obligations_of_partners: {
    nb: 'Partnernes forpliktelser',
    sv: 'Partnernas åtaganden',
    en: 'Obligations of the partners',
  },
  expected_results: { nb: 'Forventede resultater', sv: 'Förväntade resultat', en: 'Expected results' },
  sectors: { nb: 'Bransjer', sv: 'Branscher', en: 'Sectors' },
  measures: { nb: 'Tiltak', sv: 'Åtgärder', en: 'Measures' },
  ongoing_work: { nb: 'Pågående arbeid', sv: 'Pågående arbete', en: 'Ongoing work' },
  visit_targets: { nb: 'Mål for besøk', sv: 'Mål för besök', en: 'Targets for visits' },
  partners_named: { nb: 'Nevnte partnere', sv: 'Nämnda partner', en: 'Partners named' },
  decisions: { nb: 'Vedtak', sv: 'Beslut', en: 'Decisions' },
  revision: { nb: 'Rullering', sv: 'Revidering', en: 'Revision' },
  source: { nb: 'Kilde', sv: 'Källa', en: 'Source' },
  conflicts: { nb: 'Uavklart', sv: 'Oklart', en: 'Unsettled' },
}
