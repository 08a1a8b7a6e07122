import { type PaperCommitment, type PartnerPaper, partnerPaper } from '#shared/documents/partner-paper.ts'
import { type Snapshot, snapshot } from '#shared/documents/snapshot.ts'
import type { Language } from '#shared/domain/values.ts'
import { aMeetingSnapshot } from './a-meeting-snapshot.ts'

/** A commitment of money for 2026, promised and not begun; the parts given replace the ordinary ones. */
export function aCommitment(parts: Partial<PaperCommitment> & Pick<PaperCommitment, 'title'>): PaperCommitment {
  return {
    partner: 'Sarpsborg kommune',
    isPublic: true,
    kind: 'money',
    unit: 'NOK',
    recurrence: 'once',
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
    status: 'promised',
    pledged: null,
    delivered: 0,
    remaining: null,
    over: 0,
    daysOverdue: 0,
    source: null,
    evidence: [],
    deliveries: [],
    ...parts,
  }
}

type Titles = Record<'basic' | 'hours' | 'rooms' | 'stand' | 'proposed' | 'withdrawn' | 'first', string>
const titles: Record<'NO' | 'SE', Titles> = {
  NO: {
    basic: 'Årlig grunntilskudd',
    hours: 'Prosjektleder til Grønn industri',
    rooms: 'Møterom på rådhuset',
    stand: 'Felles stand på Næringsdagene',
    proposed: 'Kartlegging av næringsarealer',
    withdrawn: 'Annonser i lokalavisen',
    first: 'Første rate, faktura 1004',
  },
  SE: {
    basic: 'Årligt grundbidrag',
    hours: 'Projektledare till Grön industri',
    rooms: 'Sammanträdesrum i kommunhuset',
    stand: 'Gemensam monter på Näringslivsdagarna',
    proposed: 'Kartläggning av verksamhetsmark',
    withdrawn: 'Annonser i lokaltidningen',
    first: 'Första delen, faktura 1004',
  },
}

/** One partner's promises on 3 September 2026: over time, not begun, given beyond the promise, in parts to the øre. */
export function partnerCommitments(country: 'NO' | 'SE' = 'NO'): PaperCommitment[] {
  const words = titles[country]
  const money = country === 'NO' ? 'NOK' : 'SEK'
  const partner = country === 'NO' ? 'Sarpsborg kommune' : 'Robertsfors kommun'
  return [
    aCommitment({
      partner,
      title: words.withdrawn,
      kind: 'promotion',
      unit: null,
      status: 'withdrawn',
    }),
    aCommitment({ partner, title: words.stand, kind: 'promotion', unit: null }),
    aCommitment({
      partner,
      title: words.basic,
      unit: money,
      recurrence: 'yearly',
      periodFrom: '2025-01-01',
      periodTo: '2027-12-31',
      status: 'partlyDelivered',
      pledged: 75_000_150,
      delivered: 35_000_085,
      remaining: 40_000_065,
      source: country === 'NO' ? 'Sak 12/25' : '§ 12',
      evidence: ['Bilag 1004.pdf'],
      deliveries: [
        { deliveredOn: '2026-05-20', amount: 10, description: null },
        { deliveredOn: '2025-06-01', amount: 25_000_050, description: null },
        { deliveredOn: '2026-03-15', amount: 10_000_025, description: words.first },
      ],
    }),
    aCommitment({
      partner,
      title: words.rooms,
      kind: 'premises',
      unit: 'pieces',
      status: 'delivered',
      pledged: 1200,
      delivered: 1500,
      remaining: 0,
      over: 300,
      deliveries: [{ deliveredOn: '2026-06-30', amount: 1500, description: null }],
    }),
    aCommitment({
      partner,
      title: words.hours,
      kind: 'hours',
      unit: 'hours',
      periodFrom: '2025-09-01',
      periodTo: '2026-03-31',
      status: 'partlyDelivered',
      pledged: 12_000,
      delivered: 3750,
      remaining: 8250,
      daysOverdue: 156,
      deliveries: [{ deliveredOn: '2026-02-10', amount: 3750, description: null }],
    }),
    aCommitment({
      partner,
      title: words.proposed,
      unit: money,
      status: 'proposed',
      pledged: 5_000_000,
      remaining: 0,
    }),
  ]
}

/** The page of a partner on 3 September 2026; the parts given replace the ordinary ones. */
export function aPartnerPaper(
  choice: { country?: 'NO' | 'SE'; language?: Language } = {},
  parts: Partial<PartnerPaper> = {},
): PartnerPaper {
  const { country = 'NO' } = choice
  const isNorwegian = country === 'NO'
  const money = isNorwegian ? 'NOK' : 'SEK'
  return partnerPaper.parse({
    format: 'fyr-partner-paper',
    formatVersion: 1,
    language: choice.language ?? (isNorwegian ? 'nb' : 'sv'),
    partnership: {
      name: isNorwegian ? 'Partnerskapet for næringsutvikling i Østfold' : 'Robertsfors näringslivspartnerskap',
      country,
      contactName: 'Kari Nordmann',
      contactEmail: 'post@partnerskapet.example',
    },
    partner: {
      name: isNorwegian ? 'Sarpsborg kommune' : 'Robertsfors kommun',
      partnerType: 'municipality',
      status: 'active',
      joinedOn: '2019-02-01',
      leftOn: null,
      agreementSignedOn: '2024-11-20',
      agreementValidFrom: '2025-01-01',
      agreementValidTo: '2026-10-13',
      agreementEndsInDays: 40,
    },
    people: [
      { name: 'Per Åsen', roleTitle: isNorwegian ? 'Kommunedirektør' : 'Kommundirektör', isContact: false },
      { name: 'Anne Holm', roleTitle: isNorwegian ? 'Næringssjef' : 'Näringslivschef', isContact: true },
      { name: 'Ola Brekke', roleTitle: null, isContact: false },
    ],
    commitments: partnerCommitments(country),
    totals: [
      { year: 2026, unit: 'hours', pledged: 12_000, delivered: 3750 },
      { year: 2027, unit: money, pledged: 25_000_050, delivered: 0 },
      { year: 2025, unit: money, pledged: 25_000_050, delivered: 25_000_050 },
      { year: 2026, unit: money, pledged: 25_000_050, delivered: 10_000_035 },
      { year: 2026, unit: 'pieces', pledged: 1200, delivered: 1500 },
    ],
    today: '2026-09-03',
    dataAsOf: '2026-09-03T08:00:00.000Z',
    madeBy: 'Kari Nordmann',
    ...parts,
  })
}

/**
 * A package of the first half of 2026 with three partners' commitments. One of Halden's is not public: 1 000,01 in money, of which
 * nothing is given, stands in the sums and nowhere else.
 */
export function aCommitmentsSnapshot(choice: { country?: 'NO' | 'SE'; language?: Language } = {}): Snapshot {
  const { country = 'NO' } = choice
  const money = country === 'NO' ? 'NOK' : 'SEK'
  const [first, second] =
    country === 'NO' ? ['Sarpsborg kommune', 'Halden kommune'] : ['Robertsfors kommun', 'Umeå kommun']
  const third = 'Björk & Ärlig AS'
  const of = (partner: string, parts: Parameters<typeof aCommitment>[0]) =>
    aCommitment({ ...parts, partner, unit: parts.unit === 'NOK' ? money : (parts.unit ?? null) })
  return snapshot.parse({
    ...aMeetingSnapshot(choice),
    commitments: {
      rows: [
        ...partnerCommitments(country),
        of(second, {
          title: '=1+1',
          unit: 'NOK',
          pledged: 19_999_999,
          delivered: 1,
          remaining: 19_999_998,
          status: 'partlyDelivered',
        }),
        of(third, {
          title: 'Data',
          kind: 'hours',
          unit: 'hours',
          pledged: 750,
          delivered: 750,
          remaining: 0,
          status: 'delivered',
        }),
      ],
      totals: [
        { year: 2026, unit: 'hours', pledged: 12_750, delivered: 4500 },
        { year: 2026, unit: money, pledged: 45_100_050, delivered: 10_000_036 },
        { year: 2026, unit: 'pieces', pledged: 1200, delivered: 1500 },
      ],
      byPartner: [
        {
          partner: first,
          totals: [
            { year: 2026, unit: 'hours', pledged: 12_000, delivered: 3750 },
            { year: 2026, unit: money, pledged: 25_000_050, delivered: 10_000_035 },
            { year: 2026, unit: 'pieces', pledged: 1200, delivered: 1500 },
          ],
          open: 3,
          overdue: 1,
        },
        {
          partner: second,
          totals: [{ year: 2026, unit: money, pledged: 20_100_000, delivered: 1 }],
          open: 2,
          overdue: 0,
        },
        { partner: third, totals: [{ year: 2026, unit: 'hours', pledged: 750, delivered: 750 }], open: 0, overdue: 0 },
      ],
      notPublic: 1,
    },
  })
}
