import ostfold from '#assets/samples/ostfold-partners.json' with { type: 'json' }
import robertsfors from '#assets/samples/robertsfors-partners.json' with { type: 'json' }
import { addDays, addMonths, formatDay } from '#shared/domain/days.ts'
import { noHome, plainDocument } from '#shared/domain/records/attachment.ts'
import type { Commitment } from '#shared/domain/records/commitment.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import type { Writer } from '../changes.ts'
import { find } from '../store.ts'
import type { SampleName } from '../workspaces.ts'
import type { Foundation } from './foundation.ts'
import { plainPdf } from './pdf.ts'
import type { Random } from './random.ts'
import type { Setting } from './setting.ts'

/** What `assets/samples/*-partners.json` holds. Years count from the one that the data ends in. */
interface PartnerSource {
  readonly agreementTitle: string
  readonly agreementLines: readonly string[]
  readonly evidenceLines: readonly string[]
  /** Somebody who is in two organisations. */
  readonly alsoIn: { readonly person: number; readonly partner: number; readonly roleTitle: string }
  readonly formerRole: string
  /** The partner whose agreement is about to end. */
  readonly ending: number
  readonly commitments: readonly {
    readonly partner: number
    readonly kind: string
    readonly title: string
    readonly amount: number | null
    readonly unit: string | null
    readonly recurrence: string
    readonly fromYear: number
    readonly toYear: number
    readonly source: string
    readonly stage: string
    readonly isPublic: boolean
    readonly withdrawnReason: string | null
    readonly deliveries: readonly {
      readonly year: number
      readonly day: string
      readonly amount: number | null
      readonly description: string
      readonly evidence: string | null
    }[]
  }[]
}

export const partnerSources: Readonly<Record<SampleName, PartnerSource>> = { ostfold, robertsfors }

/** Agreements with their files, people and their roles, what each partner promised over the years, and what came of it. */
export function partnering(setting: Setting, people: Foundation, texts: PartnerSource, random: Random): void {
  const { from, today, add, source } = setting
  const language = source.partnership.language as Language
  const idOn = (day: Day) => random.id(Date.parse(`${day}T09:30:00Z`))
  const partnerName = (index: number) => source.partners[index]?.name ?? ''
  const attach = (write: Writer, home: 'partnerId' | 'deliveryId', homeId: string, title: string, lines: string[]) => {
    const bytes = Buffer.from(plainPdf(lines))
    write.insert('attachments', {
      id: random.id(Date.parse(`${from}T09:30:00Z`)),
      ...noHome,
      ...plainDocument,
      [home]: homeId,
      documentKind: home === 'partnerId' ? 'agreement' : 'letter',
      kind: 'file',
      title,
      fileName: `${title}.pdf`,
      mime: 'application/pdf',
      size: bytes.byteLength,
      sha256: write.putBlob(bytes),
      altText: null,
    })
  }
  const filled = (lines: readonly string[], values: Record<string, string>) =>
    lines.map((line) => line.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''))

  add(from, '09:30:00.000', (write) => {
    people.partnerIds.forEach((partnerId, index) => {
      const values = { partner: partnerName(index), day: formatDay(from, language) }
      attach(write, 'partnerId', partnerId, texts.agreementTitle, filled(texts.agreementLines, values))
      const personId = people.theirs[index] ?? ''
      const roleTitle = source.partners[index]?.person[2] ?? null
      write.insert('affiliations', { id: idOn(from), personId, partnerId, roleTitle, isContact: true, from, to: null })
    })
    const { person, partner, roleTitle } = texts.alsoIn
    write.insert('affiliations', {
      id: idOn(from),
      personId: people.theirs[person] ?? '',
      partnerId: people.partnerIds[partner] ?? '',
      roleTitle,
      isContact: false,
      from,
      to: null,
    })
    // Whoever works for the secretariat now worked for a partner before.
    write.insert('affiliations', {
      id: idOn(from),
      personId: people.ours[1] ?? '',
      partnerId: people.partnerIds[0] ?? '',
      roleTitle: texts.formerRole,
      isContact: false,
      from: addMonths(from, -24),
      to: addDays(from, -1),
    })
    const ending = addDays(`${addMonths(today, 2).slice(0, 7)}-01`, -1)
    write.revise('partners', people.partnerIds[texts.ending] ?? '', { agreementValidTo: ending })
  })
  // Those who sit on the boards come when the boards are founded.
  add(lastOf(from, addDays(today, -20)), '10:00:00.000', (write) => affiliateMembers(write, idOn))

  const endYear = Number(today.slice(0, 4))
  for (const one of texts.commitments) {
    const [firstYear, lastYear] = [endYear + one.fromYear, endYear + one.toYear]
    if (lastYear < Number(from.slice(0, 4))) continue
    const periodFrom = lastOf(`${firstYear}-01-01`, from)
    const day = [addDays(lastOf(periodFrom, from), 14), today].sort()[0] ?? today
    const id = idOn(day)
    const given = one.deliveries
      .map((delivery) => ({ ...delivery, deliveredOn: `${endYear + delivery.year}-${delivery.day}` }))
      .filter(({ deliveredOn }) => deliveredOn > day && deliveredOn <= today)
    add(day, '09:40:00.000', (write) => {
      const decisionId = one.source === 'meetingDecision' ? someDecision(write) : null
      write.insert('commitments', {
        id,
        partnerId: people.partnerIds[one.partner] ?? '',
        title: one.title,
        kind: one.kind as Commitment['kind'],
        amount: one.amount,
        unit: one.unit as Commitment['unit'],
        periodFrom,
        periodTo: `${lastYear}-12-31`,
        recurrence: one.recurrence as Commitment['recurrence'],
        source:
          decisionId === null && one.source === 'meetingDecision' ? 'letter' : (one.source as Commitment['source']),
        sourceDecisionId: decisionId,
        stage: one.stage === 'withdrawn' ? 'promised' : (one.stage as Commitment['stage']),
        isPublic: one.isPublic,
        withdrawnReason: null,
        note: null,
        projectId: null,
      })
    })
    if (one.stage === 'withdrawn') {
      add([addDays(day, 120), today].sort()[0] ?? today, '09:50:00.000', (write) => {
        write.revise('commitments', id, { stage: 'withdrawn', withdrawnReason: one.withdrawnReason })
      })
    }
    for (const { deliveredOn, amount, description, evidence } of given) {
      const deliveryId = idOn(deliveredOn)
      add(deliveredOn, '12:10:00.000', (write) => {
        write.insert('deliveries', { id: deliveryId, commitmentId: id, deliveredOn, amount, description, note: null })
        if (evidence === null) return
        const values = { title: evidence, partner: partnerName(one.partner), day: formatDay(deliveredOn, language) }
        attach(write, 'deliveryId', deliveryId, evidence, filled(texts.evidenceLines, values))
      })
    }
  }
}

/** The later of two days. */
function lastOf(a: Day, b: Day): Day {
  return a < b ? b : a
}

/** The newest decision with a number that there is by now; null before the first. */
function someDecision(write: Writer): string | null {
  return (
    (write.db
      .prepare(
        `SELECT d.id FROM decisions d JOIN agenda_items i ON i.id = d.item_id
         WHERE d.deleted_at IS NULL AND i.number IS NOT NULL AND i.confidential = 0 AND i.type = 'decision'
         ORDER BY d.decided_on DESC, i.number DESC LIMIT 1`,
      )
      .pluck()
      .get() as string | undefined) ?? null
  )
}

/** Persons who belong to a partner and have no place in it yet. */
function affiliateMembers(write: Writer, idOn: (day: Day) => string): void {
  const ids = write.db
    .prepare(
      `SELECT id FROM persons p WHERE deleted_at IS NULL AND organisation_id IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM affiliations a WHERE a.person_id = p.id AND a.partner_id = p.organisation_id) ORDER BY id`,
    )
    .pluck()
    .all() as string[]
  for (const personId of ids) {
    const person = find(write, 'persons', personId)
    if (!person?.organisationId) continue
    write.insert('affiliations', {
      id: idOn(person.collectedOn),
      personId,
      partnerId: person.organisationId,
      roleTitle: person.roleTitle,
      isContact: false,
      from: person.collectedOn,
      to: null,
    })
  }
}
