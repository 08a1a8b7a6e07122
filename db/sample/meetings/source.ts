import ostfold from '#assets/samples/ostfold-meetings.json' with { type: 'json' }
import robertsfors from '#assets/samples/robertsfors-meetings.json' with { type: 'json' }
import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import type { BodyMember } from '#shared/domain/records/body.ts'
import type { Decision } from '#shared/domain/records/decision.ts'
import type { Language } from '#shared/domain/values.ts'
import type { SampleName } from '../../workspaces.ts'

type Row = readonly [type: AgendaItem['type'], title: string, minutesPlanned: number | null]
interface Template {
  readonly name: string
  readonly rows: readonly Row[]
}
export interface Matter {
  readonly type: AgendaItem['type']
  /** `{next}` stands for the year after the meeting. */
  readonly title: string
  readonly summary: string
  readonly background: readonly string[]
  readonly proposal: readonly string[]
  readonly minutes: readonly string[]
  readonly action: string | null
  /** Days that the action may take. */
  readonly days: number
  readonly kind?: Decision['kind']
  readonly confidential?: boolean
  /** Treated in this month of every year. */
  readonly month?: number
}
export interface MeetingMember {
  /** Given name, family name, role. */
  readonly person: readonly [string, string, string]
  readonly role: BodyMember['role']
  readonly party: string | null
  /** Name of the partner that the person belongs to. */
  readonly partner: string | null
  /** Place in the list of the member whom a personal deputy stands in for. */
  readonly deputyFor: number | null
}
type Words =
  | 'opening'
  | 'noticeApproval'
  | 'noticeDecision'
  | 'minutesApproval'
  | 'minutesDecision'
  | 'followUpList'
  | 'references'
  | 'otherBusiness'
  | 'noted'
  | 'postponedWhy'
  | 'carried'
  | 'dissent'
  | 'note'
  | 'counter'
  | 'conflict'
  | 'disqualified'
  | 'reason'
  | 'otherReason'
  | 'reported'
  | 'refusedComment'
  | 'confidentialGround'
  | 'split'
  | 'casting'
  | 'secret'
  | 'correctionTitle'
  | 'correction'
  | 'correctionMinutes'
  | 'corrected'
  | 'underWay'
  | 'dropped'
  | 'remoteTitle'
  | 'cancelTitle'
  | 'cancelled'
  | 'escalatedTitle'
  | 'escalatedDecision'
  | 'attachment'
  | 'elected'
  | 'electedInstead'
  | 'queued'

/** What `assets/samples/*-meetings.json` holds: people, standing items and matters of a sample's bodies in one language. */
export interface MeetingSource {
  readonly members: readonly MeetingMember[]
  /** Whoever held the seat of the member at the place `before` until the first term ended. */
  readonly former: MeetingMember & { readonly before: number }
  readonly place: string
  readonly remotePlace: string
  readonly noticeText: string
  readonly standing: Template
  readonly template: Template
  readonly closing: readonly Row[]
  readonly phrases: readonly (readonly [language: Language, name: string, text: string])[]
  /** `adjusterDecision` where minutes are adjusted by an adjuster. */
  readonly texts: Readonly<Record<Words, string>> & {
    readonly adjusterDecision?: string
    readonly attachmentLines: readonly string[]
    readonly recipients: readonly string[]
  }
  readonly external: {
    readonly body: string
    readonly source: string
    readonly text: string
    readonly result: string
    readonly forCount: number
    readonly againstCount: number
  }
  readonly matters: readonly Matter[]
  /** The smaller body: its members are those of the first, by their places. */
  readonly second: {
    readonly standing: Template
    readonly members: readonly (readonly [place: number, role: BodyMember['role']])[]
    readonly place: string
    readonly matters: readonly Matter[]
  }
}

// TypeScript reads the lists of a JSON file as arrays of any length and its codes as any text; the sample's test parses all of it.
export const meetingSources = { ostfold, robertsfors } as unknown as Readonly<Record<SampleName, MeetingSource>>
