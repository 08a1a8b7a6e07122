import { type FieldMessages, fieldMessage } from './checked.ts'
import { formatDay } from './days.ts'
import { isMunicipality } from './municipalities.ts'
import { checkOrgNo } from './org-number.ts'
import type { Partner } from './records/partner.ts'
import type { Day, Language } from './values.ts'

type PartnerRules = Omit<Partner, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

/** Field → what is wrong with a partner (records.md 3.1); empty = good. Dates in messages are ISO unless `language` is given. */
export function checkPartner(partner: PartnerRules, context: { language?: Language } = {}): FieldMessages {
  const wrong: FieldMessages = {}
  const written = (day: Day) => formatDay(day, context.language ?? 'sv')
  if (partner.orgNo !== null) {
    const number = checkOrgNo(partner.orgNo, partner.country)
    if (!number.ok) wrong.orgNo = number.message
  }
  if (partner.municipalityCode !== null && !isMunicipality(partner.municipalityCode, partner.country)) {
    wrong.municipalityCode = fieldMessage('noSuchMunicipality', { code: partner.municipalityCode })
  }
  if (partner.leftOn !== null && partner.leftOn < partner.joinedOn) {
    wrong.leftOn = fieldMessage('leftBeforeJoined', { joinedOn: written(partner.joinedOn) })
  }
  const { agreementValidFrom: from, agreementValidTo: to } = partner
  if (from !== null && to !== null && to < from) {
    wrong.agreementValidTo = fieldMessage('agreementEndsBeforeStart', { from: written(from) })
  }
  if (partner.status === 'active' && partner.agreementSignedOn === null) {
    wrong.agreementSignedOn = fieldMessage('agreementNotSigned')
  }
  return wrong
}
