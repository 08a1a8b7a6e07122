import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { problem } from '#shared/contract/problem.ts'
import { checkAffiliation } from '#shared/domain/affiliation-rules.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { isOpenCommitment } from '#shared/domain/commitment-rules.ts'
import { daysBetween } from '#shared/domain/days.ts'
import { normaliseOrgNo } from '#shared/domain/org-number.ts'
import { checkPartner } from '#shared/domain/partner-rules.ts'
import type { Affiliation } from '#shared/domain/records/commitment.ts'
import type { Partner } from '#shared/domain/records/partner.ts'
import { translator } from '#shared/i18n/translator.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { houseStyleOf } from '../package-layout.ts'
import { assemblePartnerPaper } from '../partner-papers.ts'
import { affiliationsOf } from '../repositories/affiliations.ts'
import { attachmentsOf } from '../repositories/attachments.ts'
import { commitmentsOfPartner } from '../repositories/commitments.ts'
import { allYearsOf } from '../repositories/give-and-take.ts'
import { partnerWithOrgNo } from '../repositories/partners.ts'
import { saveMadeFile } from '../save-made-file.ts'
import { read, readAll, type Store, sql } from '../store.ts'
import { byName } from './by-name.ts'
import { filled, languageOf, refuseIfWrong, revised } from './checking.ts'
import { reviseAll } from './many.ts'

type New<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

export const partnerHandlers: AreaHandlers<'partners'> = {
  'partners.list': (_input, { store }) => byName(store, readAll(store, 'partners', 'id'), ({ name }) => name),
  'partners.add': (input, context) => {
    const partner = filled<New<Partner>>(
      {
        name: input.name,
        shortName: null,
        orgNo: null,
        country: context.store.country,
        partnerType: input.partnerType,
        municipalityCode: null,
        joinedOn: today(context),
        leftOn: null,
        agreementSignedOn: null,
        agreementValidFrom: null,
        agreementValidTo: null,
        status: 'candidate',
        note: null,
      },
      input,
    )
    const settled = checked(context, partner, null)
    return change(context, (write) => write.insert('partners', { id: context.newId(), ...settled }))
  },
  'partners.revise': ({ id, changes }, context) =>
    change(context, (write) => revise(context, write, read(write, 'partners', id), changes)),
  'partners.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'partners', ids, (write, partner) => revise(context, write, partner, changes)),
  'partners.remove': ({ id }, context) => {
    const count = finalMinutesNaming(context.store, id)
    if (count > 0) throw problem('refused', 'problems.partnerInMinutes', { count })
    change(context, (write) => {
      // Its agreement goes with it; people and commitments are first taken from it by hand.
      for (const attachment of attachmentsOf(write, id, 'partnerId')) write.remove('attachments', attachment.id)
      write.remove('partners', id)
    })
    return {}
  },
  'partners.open': ({ id }, context) => {
    const { store } = context
    const partner = read(store, 'partners', id)
    const all = commitmentsOfPartner(store, id, today(context))
    const isOpen = ({ status }: (typeof all)[number]) => isOpenCommitment(status) || status === 'proposed'
    return {
      partner,
      people: affiliationsOf(store, id),
      commitments: [...all.filter(isOpen), ...all.filter((one) => !isOpen(one)).reverse()],
      totals: allYearsOf(store, id),
      attachments: attachmentsOf(store, id, 'partnerId'),
      agreementEndsInDays:
        partner.agreementValidTo === null ? null : daysBetween(today(context), partner.agreementValidTo),
    }
  },
  'partners.preview': ({ id, language }, context) =>
    assemblePartnerPaper(context.store, id, language, { today: today(context), madeBy: context.actor.name }),
  'partners.export': ({ id, language }, context) => {
    const { files, rendering, store } = context
    const by = { today: today(context), madeBy: context.actor.name }
    const paper = assemblePartnerPaper(store, id, language, by)
    const style = houseStyleOf(store)
    const name = `${translator(language)('partners.file')} ${paper.partner.name} ${by.today}.docx`
    const jobId = context.jobs.start(async (report, signal) => {
      report({ step: 'packages.steps.layout' })
      const bytes = await rendering.renderPartner(paper, style, (share) => report({ progress: share * 0.9 }), signal)
      return saveMadeFile(files, { name, kind: 'docx', bytes }, report, signal)
    })
    return { jobId }
  },
}

export const affiliationHandlers: AreaHandlers<'affiliations'> = {
  'affiliations.add': (input, context) => {
    const place = filled<New<Affiliation>>(
      {
        personId: input.personId,
        partnerId: input.partnerId,
        roleTitle: null,
        isContact: false,
        from: today(context),
        to: null,
      },
      input,
    )
    refuseIfWrong(checkAffiliation(place, affiliationsOf(context.store, place.partnerId)))
    return change(context, (write) => write.insert('affiliations', { id: context.newId(), ...place }))
  },
  'affiliations.revise': ({ id, changes }, context) => {
    const before = read(context.store, 'affiliations', id)
    const others = affiliationsOf(context.store, before.partnerId)
    refuseIfWrong(checkAffiliation(revised(before, changes), others), 'changes.')
    return change(context, (write) => write.revise('affiliations', id, changes))
  },
  'affiliations.remove': ({ id }, context) => {
    change(context, (write) => write.remove('affiliations', id))
    return {}
  },
}

function revise(
  context: Context,
  write: Writer,
  before: Partner,
  changes: ParsedInputOf<'partners.revise'>['changes'],
): Partner {
  return write.revise('partners', before.id, checked(context, revised(before, changes), before.id))
}

/** Checks every rule and gives the partner as it is stored, its number as digits. @throws ProblemError `invalid`. */
function checked<T extends New<Partner>>(context: Context, partner: T, id: string | null): T {
  const orgNo = partner.orgNo === null ? null : normaliseOrgNo(partner.orgNo)
  const twin = orgNo === null ? undefined : partnerWithOrgNo(context.store, partner.country, orgNo, id)
  const wrong = checkPartner(partner, { language: languageOf(context) })
  const taken = twin ? { orgNo: fieldMessage('orgNoTaken', { name: twin.name }) } : {}
  refuseIfWrong({ ...taken, ...wrong }, id === null ? '' : 'changes.')
  return { ...partner, orgNo }
}

/** How many final minutes name a partner, by those who spoke for it: they can't be changed any more, so it must stay (records.md 3.21). */
function finalMinutesNaming(store: Store, partnerId: string): number {
  return sql(
    store,
    `SELECT count(DISTINCT m.id) FROM attendances a JOIN meetings m ON m.id = a.meeting_id
     WHERE a.representing_id = ? AND a.deleted_at IS NULL AND m.deleted_at IS NULL
       AND m.status IN ('minutesApproved', 'archived')`,
  )
    .pluck()
    .get(partnerId) as number
}
