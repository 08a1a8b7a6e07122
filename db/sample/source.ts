import ostfold from '#assets/samples/ostfold.json' with { type: 'json' }
import robertsfors from '#assets/samples/robertsfors.json' with { type: 'json' }
import type { InterviewQuestion, themes } from '#shared/domain/records/visit.ts'
import type { SampleName } from '../workspaces.ts'

export type Theme = (typeof themes)[number]
type Texts = readonly string[]

/** What `assets/samples/*.json` holds: names and sentences with blanks (`{n}`, `{place}`, `{product}` …) in one language. */
export interface SampleSource {
  readonly partnership: {
    readonly name: string
    readonly country: string
    readonly language: string
    readonly municipalityCode: string
    readonly contactEmail: string
    readonly smallestGroup: number
    readonly notVisitedMonths: number
    readonly retentionMonths: number
  }
  readonly municipalities: readonly {
    readonly code: string
    readonly weight: number
    /** Postal code and place. */
    readonly places: readonly Texts[]
  }[]
  readonly sectors: readonly {
    readonly nameNb: string
    readonly nameSv: string
    readonly nameEn: string
    readonly weight: number
    readonly industry: Texts
    /** Second words of company names, and first words of sole traders' names. */
    readonly kinds: Texts
    readonly trades: Texts
    readonly products: Texts
    readonly roles: Texts
  }[]
  readonly stems: Texts
  readonly givenNames: Texts
  readonly familyNames: Texts
  readonly companyRoles: Texts
  /** Given name, family name, role. */
  readonly secretariat: readonly Texts[]
  readonly bodies: readonly { readonly name: string; readonly kind: string }[]
  readonly partners: readonly {
    readonly name: string
    readonly shortName: string | null
    readonly partnerType: string
    readonly municipalityCode: string
    readonly person: Texts
  }[]
  readonly soleTraderForm: string
  readonly companyForm: string
  readonly texts: Readonly<Record<InterviewQuestion, Texts>> & {
    readonly purpose: Texts
    readonly notes: Texts
    readonly confidential: Texts
    readonly summary: Texts
    readonly contactSummary: string
    readonly correction: string
    readonly placeIn: Texts
    readonly attachmentTitle: string
    readonly attachmentAlt: string
  }
  /** Per theme a sentence for summaries, and follow-ups with the result that closes them. */
  readonly themes: Readonly<Record<Theme, { readonly summary: string; readonly followUps: readonly Texts[] }>>
  readonly cannotBeDone: Texts
}

export const sources: Readonly<Record<SampleName, SampleSource>> = { ostfold, robertsfors }
