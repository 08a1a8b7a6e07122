/** What the fields of records are called, and their values in words: for histories on screen and in exports. */
import { formatDay } from '../domain/days.ts'
import { municipalityName } from '../domain/municipalities.ts'
import { formatNumber } from '../domain/numbers.ts'
import { formatPeriod } from '../domain/periods.ts'
import { periodText } from '../domain/records/indicator.ts'
import { interviewQuestions } from '../domain/records/visit.ts'
import { regionName } from '../domain/regions.ts'
import { plainText, richText } from '../domain/rich-text.ts'
import type { Country, Language } from '../domain/values.ts'
import type { nb } from './nb/index.ts'
import { someWords, translator } from './translator.ts'

type Field = keyof typeof nb.app.fields
type CodeList = keyof typeof nb.codes

/** Where the codes of a field stand in the catalogue; `status`, `kind` and `type` mean something else in each record. */
const lists: Readonly<Record<string, CodeList>> = {
  country: 'country',
  language: 'language',
  partnerType: 'partnerType',
  'partners.status': 'partnerStatus',
  'persons.status': 'personStatus',
  'contacts.status': 'contactStatus',
  'companies.status': 'companyStatus',
  'followUps.status': 'followUpStatus',
  'bodies.kind': 'bodyKind',
  'attachments.kind': 'attachmentKind',
  lawfulBasis: 'lawfulBasis',
  employeesBand: 'employeesBand',
  industryVersion: 'industryVersion',
  type: 'visitType',
  'agendaItems.type': 'itemType',
  'agendaItems.status': 'itemStatus',
  'meetings.kind': 'meetingKind',
  'meetings.status': 'meetingStatus',
  'minutes.status': 'minutesStatus',
  'papers.kind': 'paperKind',
  'proposals.kind': 'proposalKind',
  'proposals.status': 'proposalStatus',
  'votes.kind': 'voteKind',
  'statements.kind': 'statementKind',
  'decisions.kind': 'decisionKind',
  'decisions.status': 'decisionStatus',
  'actions.status': 'actionStatus',
  'bodyMembers.role': 'memberRole',
  'attendances.role': 'attendanceRole',
  'attendances.status': 'attendanceStatus',
  rules: 'bodyRules',
  numbering: 'numbering',
  numberForm: 'numberForm',
  quorumRule: 'quorumRule',
  deputyOrder: 'deputyOrder',
  adjustmentRule: 'adjustmentRule',
  openness: 'openness',
  verdict: 'verdict',
  ground: 'disqualificationGround',
  outcome: 'disqualificationOutcome',
  castFor: 'voteChoice',
  unanimous: 'unanimity',
  'commitments.kind': 'commitmentKind',
  unit: 'commitmentUnit',
  'indicators.unit': 'indicatorUnit',
  targetUnit: 'indicatorUnit',
  baselineUnit: 'indicatorUnit',
  direction: 'direction',
  frequency: 'frequency',
  availability: 'availability',
  breakdown: 'breakdown',
  targetKind: 'targetKind',
  comparator: 'comparator',
  'measurements.status': 'measurementStatus',
  'goals.status': 'goalStatus',
  'activities.status': 'activityStatus',
  'plans.status': 'planStatus',
  'projects.status': 'projectStatus',
  'projectPartners.role': 'projectRole',
  light: 'light',
  documentKind: 'documentKind',
  publicity: 'publicity',
  retention: 'retention',
  archiveStatus: 'archiveStatus',
  register: 'register',
  recurrence: 'recurrence',
  'commitments.source': 'commitmentSource',
  stage: 'commitmentStage',
  priority: 'actionPriority',
  confidentiality: 'confidentiality',
  flags: 'flag',
  themes: 'theme',
  theme: 'theme',
  notAnswered: 'question',
}

/** Fields that are called otherwise in one kind of record than in the rest; null = an inner one there. */
const otherNames: Readonly<Record<string, Field | null>> = {
  'agendaItems.type': 'itemType',
  'agendaItems.number': null,
  'agendaItems.numberYear': null,
  'actions.organisationId': 'organisation',
  'meetings.place': 'meetingPlace',
  'projects.number': 'projectNumber',
  'focusAreas.number': 'areaNumber',
  'adjustments.place': 'meetingPlace',
  'indicators.regionCodes': 'regions',
}

/** The words of a value that is more than one code, number or text: rich text, votes by name, rows of a template. */
function wordsWithin(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('type' in value && value.type === 'doc') {
    const read = richText.safeParse(value)
    return read.success ? plainText(read.data) : undefined
  }
  if ('title' in value && typeof value.title === 'string') return value.title
  if (!('text' in value) || typeof value.text !== 'string') return undefined
  return 'source' in value && typeof value.source === 'string' ? `${value.text} (${value.source})` : value.text
}

/** The name of a code in either country; the code itself where none knows it. */
function municipalityOf(code: string, country: Country): string {
  return municipalityName(code, country) ?? municipalityName(code, country === 'NO' ? 'SE' : 'NO') ?? code
}

/** As many decimals as a number is kept with. */
const decimalsOf = (value: number) => Math.min(/\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0, 10)

export interface FieldWords {
  /** A field's label; undefined for inner fields that nobody needs to read. */
  readonly fieldName: (field: string, entity?: string) => string | undefined
  /** A value in words, where it is more than text: codes, days, amounts, rich text. Undefined = as it is; ids of records are not known here. */
  readonly fieldValue: (field: string, value: unknown, entity: string) => string | undefined
}

/** The words of a language for the fields of a partnership in `country`. `sector` gives the name of a line of business by its id. */
export function fieldWords(
  language: Language,
  country: Country,
  sector: (id: string) => string | undefined,
): FieldWords {
  const t = translator(language)
  const known = someWords()
  // The log holds text; what no catalogue knows is shown as it is.
  const loose = t as unknown as (key: string) => string
  const code = (list: CodeList, value: unknown) =>
    typeof value === 'string' && Object.hasOwn(known.codes[list], value) ? loose(`codes.${list}.${value}`) : undefined
  const one = (field: string, value: unknown, entity: string): string | undefined => {
    const list = lists[`${entity}.${field}`] ?? lists[field]
    if (list) return code(list, value)
    // Amounts are kept in hundredths: øre, or parts of the unit.
    if ((field === 'amount' || field === 'budgetAmount') && typeof value === 'number')
      return formatNumber(value / 100, language, value % 100 === 0 ? 0 : 2)
    if (typeof value === 'number') {
      // Years are not counted in thousands; those of a plan are called otherwise.
      return /year$|^period(From|To)$/i.test(field) ? String(value) : formatNumber(value, language, decimalsOf(value))
    }
    if (typeof value !== 'string') return wordsWithin(value)
    if (field === 'regionCode' || `${entity}.${field}` === 'indicators.regionCodes')
      return regionName(value, country, language)
    if (field === 'municipalityCode' || field === 'regionCodes') return municipalityOf(value, country)
    if (/period$/i.test(field) && periodText.safeParse(value).success) return formatPeriod(value, language)
    if (field === 'sectorId') return sector(value)
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, language) : undefined
  }
  return {
    fieldName: (field: string, entity = '') => {
      const other = otherNames[`${entity}.${field}`]
      if (other !== undefined) return other === null ? undefined : t(`app.fields.${other}`)
      const question = interviewQuestions.find((each) => each === field)
      if (question) return t(`codes.question.${question}`)
      // Checked right here: only names of the catalogue get through.
      return Object.hasOwn(known.app.fields, field) ? t(`app.fields.${field as Field}`) : undefined
    },
    fieldValue: (field: string, value: unknown, entity: string) => {
      if (!Array.isArray(value)) return one(field, value, entity)
      if (value.length === 0) return undefined
      if (field === 'namedVotes') {
        // Who voted how stands with the vote; here it is enough how many.
        return [...Map.groupBy(value as readonly { vote: string }[], ({ vote }) => vote)]
          .map(
            ([vote, votes]) =>
              `${formatNumber(votes.length, language)} ${code('voteChoice', vote)?.toLocaleLowerCase()}`,
          )
          .join(', ')
      }
      return value.map((each) => one(field, each, entity) ?? String(each)).join(', ')
    },
  }
}
