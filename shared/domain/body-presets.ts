import type { Body, bodyRules } from './records/body.ts'

type Rules = (typeof bodyRules)[number]
type Preset = Omit<
  Body,
  | 'id'
  | 'createdStamp'
  | 'changedStamp'
  | 'deletedAt'
  | 'name'
  | 'kind'
  | 'country'
  | 'rules'
  | 'secretaryId'
  | 'activeFrom'
  | 'activeTo'
  | 'seats'
>

/**
 * What a body of these rules follows until it says otherwise; every field may be edited (records.md 3.4, practice.md 6.1).
 * NO: number per year "Sak 12/26", at least half (one older regulation), approved in the next meeting. SE: "§ 34" over the year,
 * more than half, notice 5 days, adjusted within 14 days by the chair and one adjuster. Association or company: more than half,
 * signed by all or by two elected (aksjeloven § 6-29).
 */
export const bodyPresets: Readonly<Record<Rules, Preset>> = {
  publicLikeNo: {
    numbering: 'perYear',
    numberPrefix: 'Sak',
    numberForm: 'numberSlashYear',
    quorumRule: 'atLeastHalf',
    quorumNumber: null,
    deputiesAllowed: true,
    deputyOrder: 'inTurn',
    chairCastsVote: true,
    abstainingAllowed: false,
    noticeDays: 7,
    adjustmentRule: 'approvedInNextMeeting',
    adjustmentDays: null,
    adjusters: 0,
  },
  municipalLikeSe: {
    numbering: 'perYear',
    numberPrefix: '§',
    numberForm: 'number',
    quorumRule: 'moreThanHalf',
    quorumNumber: null,
    deputiesAllowed: true,
    deputyOrder: 'inTurn',
    chairCastsVote: true,
    abstainingAllowed: true,
    noticeDays: 5,
    adjustmentRule: 'adjustedWithinDays',
    adjustmentDays: 14,
    adjusters: 1,
  },
  associationOrCompany: {
    numbering: 'perYear',
    numberPrefix: null,
    numberForm: 'numberSlashYear',
    quorumRule: 'moreThanHalf',
    quorumNumber: null,
    deputiesAllowed: true,
    deputyOrder: 'inTurn',
    chairCastsVote: true,
    abstainingAllowed: true,
    noticeDays: 7,
    adjustmentRule: 'signedInMeeting',
    adjustmentDays: null,
    adjusters: 2,
  },
  ownRules: {
    numbering: 'perYear',
    numberPrefix: null,
    numberForm: 'numberSlashYear',
    quorumRule: 'moreThanHalf',
    quorumNumber: null,
    deputiesAllowed: true,
    deputyOrder: 'inTurn',
    chairCastsVote: true,
    abstainingAllowed: true,
    noticeDays: 7,
    adjustmentRule: 'approvedInNextMeeting',
    adjustmentDays: null,
    adjusters: 0,
  },
}

/** The fields of a preset with no secretary and as many seats as members; what a new body starts from. */
export function presetOf(rules: Rules) {
  return { rules, ...bodyPresets[rules], seats: null, secretaryId: null }
}

/** The rules a body of a country most likely follows. */
export function likelyRules(country: Body['country']): Rules {
  return country === 'SE' ? 'municipalLikeSe' : 'publicLikeNo'
}
