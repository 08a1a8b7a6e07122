import { type Snapshot, type SnapshotProject, snapshot } from '#shared/documents/snapshot.ts'
import type { Language } from '#shared/domain/values.ts'
import { aCommitmentsSnapshot } from './a-partner-paper.ts'

type Milestone = SnapshotProject['milestones'][number]

/** On its way, as planned: the parts given replace the ordinary ones. */
export function aMilestone(parts: Partial<Milestone> & Pick<Milestone, 'title'>): Milestone {
  return {
    owner: 'Per Åsen',
    baselineOn: '2026-10-01',
    baselineSetOn: '2025-11-20',
    rebaselined: 0,
    forecastOn: null,
    actualOn: null,
    state: 'onTime',
    slipDays: null,
    daysOverdue: 0,
    reason: null,
    evidence: [],
    ...parts,
  }
}

/** A running project about which nothing more is known. */
export function aProject(parts: Partial<SnapshotProject> & Pick<SnapshotProject, 'title'>): SnapshotProject {
  return {
    number: null,
    lighthouse: false,
    focusAreas: [],
    crossCutting: false,
    lead: null,
    owners: [],
    startYear: 2026,
    startOn: null,
    endPlannedOn: null,
    endActualOn: null,
    status: 'running',
    light: null,
    lightComment: null,
    lightOn: null,
    lightIsStale: false,
    budget: null,
    currency: null,
    granted: 0,
    appliedFor: 0,
    partners: [],
    nextDecision: null,
    continuesAs: null,
    continues: [],
    description: null,
    effect: null,
    milestones: [],
    ...parts,
  }
}

const texts = {
  NO: {
    industry: 'Grønn industri på Øra',
    skills: 'Fagbrev i verkstedene',
    rail: 'Bredbånd i næringsparkene',
    study: 'Forstudie om næringsvertskap',
    host: 'Nettverk for kompetansetilflytting',
    areas: ['Grønn omstilling', 'Kompetanse og arbeidskraft'],
    comment: 'Grunneieren har ikke skrevet under avtalen. Uten den kan rammesøknaden ikke sendes før sommeren.',
    waiting: 'To av fire skoler har satt opp klasser. Fylkeskommunen svarer i august.',
    reason: 'Tilbudene kom tre måneder for sent fordi grunnlaget måtte lyses ut på nytt.',
    overdue: 'Grunneieren venter på takst.',
    milestones: ['Mulighetsstudien er levert', 'Avtale med grunneier', 'Rammesøknad sendt', 'Byggestart'],
    about: 'Prosjektet klargjør 120 dekar industriareal med felles varme, vann og strøm.',
    effect: 'Fem bedrifter har meldt interesse, til sammen 140 arbeidsplasser.',
    classes: 'To klasser i sveis er i gang',
    plan: 'Plan for utbygging er vedtatt',
    ended: 'Sluttrapport er levert',
    place: 'Tomt på Øra',
    lead: 'Siri Næss',
    decision: 'Tilskudd til Grønn industri',
    body: 'Styret i partnerskapet',
    partners: ['Sarpsborg kommune', 'Østfold fylkeskommune', 'Borg Havn IKS'],
    money: 'Årlig grunntilskudd',
    hours: 'Prosjektleder',
    room: 'Lokaler til prosjektkontor',
    number: 'Sak 14/26',
  },
  SE: {
    industry: 'Grön industri i hamnen',
    skills: 'Gesällbrev i verkstäderna',
    rail: 'Bredband i företagsparkerna',
    study: 'Förstudie om näringslivsvärdar',
    host: 'Nätverk för inflyttning',
    areas: ['Grön omställning', 'Kompetens och arbetskraft'],
    comment: 'Markägaren har inte skrivit på avtalet. Utan det kan ansökan inte lämnas in före sommaren.',
    waiting: 'Två av fyra skolor har startat klasser. Regionen svarar i augusti.',
    reason: 'Anbuden kom tre månader för sent eftersom underlaget måste annonseras på nytt.',
    overdue: 'Markägaren väntar på värdering.',
    milestones: ['Förstudien är levererad', 'Avtal med markägaren', 'Ansökan inlämnad', 'Byggstart'],
    about: 'Projektet iordningställer 12 hektar industrimark med gemensam värme, vatten och el.',
    effect: 'Fem företag har anmält intresse, tillsammans 140 arbetstillfällen.',
    classes: 'Två klasser i svetsning är igång',
    plan: 'Utbyggnadsplanen är antagen',
    ended: 'Slutrapporten är levererad',
    place: 'Tomt i hamnen',
    lead: 'Sara Lindqvist',
    decision: 'Bidrag till Grön industri',
    body: 'Näringslivsrådet',
    partners: ['Robertsfors kommun', 'Region Västerbotten', 'Björk & Ärlig AB'],
    money: 'Årligt grundbidrag',
    hours: 'Projektledare',
    room: 'Lokaler för projektkontor',
    number: '§ 14',
  },
} as const

/**
 * Five projects on 1 July 2026: one red with a milestone 62 days overdue and one 91 days late, one amber, one quiet, one that crosses
 * the areas, one that ended in the period and goes on as another.
 */
export function someProjects(country: 'NO' | 'SE' = 'NO'): SnapshotProject[] {
  const words = texts[country]
  const currency = country === 'NO' ? 'NOK' : 'SEK'
  const [first, second, third] = words.partners
  const [study, deal, application, start] = words.milestones
  return [
    aProject({
      title: words.industry,
      number: 'F-1',
      lighthouse: true,
      focusAreas: [words.areas[0]],
      lead: words.lead,
      owners: [first],
      startYear: 2025,
      startOn: '2025-02-01',
      endPlannedOn: '2027-12-31',
      light: 'red',
      lightComment: words.comment,
      lightOn: '2026-06-12',
      budget: 200_000_050,
      currency,
      granted: 120_000_000,
      appliedFor: 30_000_000,
      partners: [
        {
          name: first,
          roles: ['owner', 'funder'],
          contributions: [
            { title: words.money, unit: currency, pledged: 25_000_050, delivered: 10_000_025 },
            { title: words.hours, unit: 'hours', pledged: 12_000, delivered: 3750 },
          ],
        },
        { name: second, roles: ['partner'], contributions: [] },
        {
          name: third,
          roles: ['supplier', 'referenceGroup'],
          contributions: [{ title: words.room, unit: null, pledged: null, delivered: 0 }],
        },
      ],
      nextDecision: { title: words.decision, numberText: words.number, bodyName: words.body, meetingOn: '2026-09-16' },
      description: words.about,
      effect: words.effect,
      milestones: [
        aMilestone({
          title: study,
          baselineOn: '2025-10-01',
          actualOn: '2025-09-24',
          state: 'reached',
          slipDays: -7,
          evidence: ['Rapport.pdf'],
        }),
        aMilestone({
          title: deal,
          owner: words.lead,
          baselineOn: '2026-04-30',
          baselineSetOn: '2026-01-15',
          rebaselined: 2,
          state: 'overdue',
          daysOverdue: 62,
          reason: words.overdue,
        }),
        aMilestone({
          title: application,
          baselineOn: '2026-09-01',
          forecastOn: '2026-12-01',
          state: 'late',
          slipDays: 91,
          reason: words.reason,
        }),
        aMilestone({ title: start, baselineOn: '2027-03-01', rebaselined: 1, baselineSetOn: '2026-01-15' }),
      ],
    }),
    aProject({
      title: words.skills,
      number: 'F-2',
      lighthouse: true,
      focusAreas: [words.areas[1]],
      lead: 'Per Åsen',
      owners: [second],
      startOn: '2026-01-10',
      endPlannedOn: '2027-06-30',
      light: 'amber',
      lightComment: words.waiting,
      lightOn: '2025-12-10',
      lightIsStale: true,
      budget: 80_000_000,
      currency,
      granted: 90_000_000,
      milestones: [
        aMilestone({
          title: words.classes,
          baselineOn: '2026-06-01',
          actualOn: '2026-06-15',
          state: 'reachedLate',
          slipDays: 14,
          reason: words.waiting,
        }),
      ],
    }),
    aProject({
      title: words.rail,
      number: 'P-7',
      crossCutting: true,
      lead: 'Anne Holm',
      owners: [first],
      startYear: 2024,
      light: 'green',
      lightOn: '2026-06-20',
      lightComment: null,
      description: 'SKAL-IKKE-STÅ',
      partners: [{ name: second, roles: ['partner'], contributions: [] }],
      milestones: [aMilestone({ title: words.plan, baselineOn: '2026-11-30', forecastOn: '2026-11-30', slipDays: 0 })],
    }),
    aProject({
      title: words.study,
      focusAreas: [...words.areas],
      lead: words.lead,
      status: 'finished',
      startYear: 2025,
      startOn: '2025-08-01',
      endPlannedOn: '2026-03-31',
      endActualOn: '2026-04-15',
      continuesAs: words.host,
      light: 'red',
      lightOn: '2026-02-01',
      lightComment: words.place,
      milestones: [
        aMilestone({
          title: words.ended,
          baselineOn: '2026-03-31',
          actualOn: '2026-04-15',
          state: 'reachedLate',
          slipDays: 15,
        }),
      ],
    }),
    aProject({ title: words.host, status: 'idea', continues: [words.study], crossCutting: true }),
  ]
}

/** A package of a board with meetings, partners, projects, and agreements that end. */
export function aProjectsSnapshot(
  choice: { country?: 'NO' | 'SE'; language?: Language; withConfidential?: boolean } = {},
  rows: readonly SnapshotProject[] = someProjects(choice.country),
): Snapshot {
  const { country = 'NO' } = choice
  const [first, second] = texts[country].partners
  return snapshot.parse({
    ...aCommitmentsSnapshot(choice),
    projects: { areaLabel: country === 'NO' ? 'Satsingsområde' : null, rows },
    agreements: [
      { partner: second, validTo: '2026-08-15', endsInDays: 45 },
      { partner: first, validTo: '2026-06-28', endsInDays: -3 },
    ],
  })
}
