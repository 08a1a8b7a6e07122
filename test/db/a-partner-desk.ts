/** Partners with commitments and deliveries, through the operations of a test backend. */
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

export interface PartnerDesk extends MeetingDesk {
  /** Sarpsborg kommune, active since 2024. */
  readonly partnerId: string
  aPartner(name: string, given?: Partial<InputOf<'partners.add'>>): Promise<string>
  /** 100,000 kroner once, for 2026, unless said otherwise. */
  aCommitment(given?: Partial<InputOf<'commitments.add'>>): Promise<OutputOf<'commitments.add'>>
  deliver(commitmentId: string, deliveredOn: string, amount: number | null): Promise<OutputOf<'deliveries.add'>>
  row(commitmentId: string): Promise<OutputOf<'commitments.open'>['commitment']>
}

export async function aPartnerDesk(given: Parameters<typeof aMeetingDesk>[0] = {}): Promise<PartnerDesk> {
  const desk = await aMeetingDesk(given)
  const aPartner = async (name: string, fields: Partial<InputOf<'partners.add'>> = {}) =>
    (
      await desk.call('partners.add', {
        name,
        partnerType: 'municipality',
        joinedOn: '2024-01-01',
        agreementSignedOn: '2024-01-01',
        status: 'active',
        ...fields,
      })
    ).id
  const partnerId = await aPartner('Sarpsborg kommune')
  return {
    ...desk,
    partnerId,
    aPartner,
    aCommitment: (fields = {}) =>
      desk.call('commitments.add', {
        partnerId,
        title: 'Grunntilskudd',
        kind: 'money',
        amount: 10_000_000,
        unit: 'NOK',
        periodFrom: '2026-01-01',
        periodTo: '2026-12-31',
        ...fields,
      }),
    deliver: (commitmentId, deliveredOn, amount) => desk.call('deliveries.add', { commitmentId, deliveredOn, amount }),
    row: async (id) => (await desk.call('commitments.open', { id })).commitment,
  }
}
