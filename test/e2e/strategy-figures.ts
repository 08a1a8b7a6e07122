/** What a strategy's year comes to, worked by hand from test/fixtures/plan-file/strategy-year.yaml and the figures entered. */

export const plans = {
  growth: 'Felles vekstplan – Vedtatt 2022',
  revised: 'Felles vekstplan – Rullert 2026',
  jobs: 'Handlingsprogram for flere jobber',
  region: 'Handlingsplan för växande företag',
  promise: 'Företagslöfte i fem punkter',
}

/** What the file holds of each plan, counted by hand in it. */
export const held: Readonly<Record<string, string>> = {
  [plans.growth]: '3 innsatsområder · 6 mål · 4 strategier · 2 tiltak · 8 indikatorer · 4 prosjekter · 2 ordlyder',
  // The main goal's own target is a goal; the two goals under no area are goals of the plan.
  [plans.jobs]: '2 innsatsområder · 3 mål · 1 indikator · 1 øvrig del',
  [plans.region]: '2 innsatsområder · 4 tiltak',
  [plans.promise]: '5 innsatsområder · 3 tiltak',
}
/** The same on the list of plans and on each plan's page. */
export const shownOf: Readonly<Record<string, string>> = {
  [plans.growth]: '3 innsatsområder · 6 mål · 4 strategier · 2 tiltak · 8 indikatorer · 4 prosjekter',
  [plans.jobs]: '2 innsatsområder · 3 mål · 1 indikator',
  [plans.region]: '2 innsatsområder · 4 tiltak',
  [plans.promise]: '5 innsatsområder · 3 tiltak',
}

/** A block out of a sheet: the rows of I-1.1, I-1.2 and I-2.1 under one another, for 2022 to 2025. */
export const block = ['40\t44\t52\t60', '8,9\t9,1\t9,4\t9,7', '4 700\t4 850\t5 010\t5 100'].join('\r\n')

const share = (from: number, to: number, now: number) => (now - from) / (to - from)
/** How far each goal has come of its way, and how far a straight path would have come by 2025. */
export const worked = {
  // Doubled from 40 in 2022 to 80 in 2030: 60 is half of it, and three years of eight are gone: 55.
  multiple: { target: 40 * 2, progress: share(40, 80, 60), expected: 40 + (40 * 3) / 8 },
  // From 8.5 in 2021 to 12.5 in 2029: 9.7 is 1.2 of 4, and four years of eight are gone: 10.5.
  level: { target: 12.5, progress: share(8.5, 12.5, 9.7), expected: 8.5 + (4 * 4) / 8 },
  // Ten percent of 5,000 from 2020 to 2030: 100 of 500, and five years of ten are gone: 5,250.
  relative: { target: (5000 * 110) / 100, progress: share(5000, 5500, 5100), expected: 5000 + (500 * 5) / 10 },
  // 600 from 2021 to 2027: 420 of them, and four years of six are gone: 11,600. Revised to 11,500 it is half.
  absolute: { target: 11_200 + 600, progress: share(11_200, 11_800, 11_620), expected: 11_200 + (600 * 4) / 6 },
  revised: { progress: share(11_200, 11_800, 11_500) },
  // 1.5 % a year from 2022 to 2030 is 1.1265 times 20,000; three years of it are 20,914.
  yearly: {
    target: 20_000 * 1.015 ** 8,
    expected: 20_000 * 1.015 ** 3,
    rate: (20_600 / 20_000) ** (1 / 3) * 100 - 100,
  },
}

/** What the page of each goal says; the register and the map say the status by figures too. */
export const onScreen = {
  'M-1.1': [
    'I rute',
    '50 % av veien fra 40 til 80',
    'Siste tall er 60 (2025). For å være i rute skulle det ha vært 55.',
  ],
  'M-1.2': [
    'Usikkert',
    '30 % av veien fra 8,5 % til 12,5 %',
    'Siste tall er 9,7 % (2025). For å være i rute skulle det ha vært 10,5 %. Det er opp 0,3 prosentpoeng siden 2024.',
  ],
  'M-2.1': [
    'Ute av rute',
    '20 % av veien fra 5 000 til 5 500',
    'Siste tall er 5 100 (2025). For å være i rute skulle det ha vært 5 250.',
  ],
  'M-2.2': [
    'I rute',
    '70 % av veien fra 11 200 til 11 800',
    'Siste tall er 11 620 (2025). For å være i rute skulle det ha vært 11 600.',
  ],
  'M-3.1': ['I rute', 'Siste tall er 2,1 % (2025). Referansen er 1,8 % (2025).'],
  'M-3.2': ['Kan ikke måles', 'Kvalitative mål vurderes av dere, ikke av tall.'],
  H: [
    'Usikkert',
    '24 % av veien fra 20 000 til 22 530',
    'Siste tall er 20 600 (2025). For å være i rute skulle det ha vært 20 914.',
  ],
}

/** Jobs in the ports as SSB would give them. */
export const statistics = JSON.stringify({
  version: '2.0',
  class: 'dataset',
  label: 'Arbeidsplasser i havnene',
  source: 'Statistisk sentralbyrå',
  updated: '2026-03-02T07:00:00Z',
  id: ['Region', 'ContentsCode', 'Tid'],
  size: [1, 1, 4],
  role: { geo: ['Region'], metric: ['ContentsCode'], time: ['Tid'] },
  dimension: {
    Region: { label: 'region', category: { index: ['31'], label: { '31': 'Østfold' } } },
    ContentsCode: { label: 'statistikkvariabel', category: { index: ['A'], label: { A: 'Arbeidsplasser' } } },
    Tid: { label: 'år', category: { index: ['2022', '2023', '2024', '2025'] } },
  },
  value: [11_260, 11_350, 11_480, 11_620],
})

/** Section 10 of the package, plan by plan, line below line. */
export const onPaper: Readonly<Record<'growth' | 'jobs', readonly string[]>> = {
  growth: [
    'Felles vekstplan (Rullert 2026) har 6 mål.',
    'Status: i rute 2, usikkert 3, kan ikke måles 1.',
    'Flere trygge jobber i bedrifter som varer',
    'V-1 Sysselsatte i alt\n131 400 personer\n2025',
    'M-1.1 Dobbelt så mange bedrifter forsker selv',
    '2 ganger utgangsverdien: 80',
    '40\n2022',
    '60\n2025',
    '↑ Opp 8 siden 2024: bedre',
    'Etter tallene: I rute',
    'For å være i rute: 55',
    // The wording that was put in force.
    'M-1.2 Hver åttende i industrien har fagbrev',
    'Minst 12,5 %',
    '8,5 %\n2021',
    '9,7 %\n2025',
    '↑ Opp 0,3 prosentpoeng siden 2024: bedre',
    'Etter tallene: Usikkert',
    'For å være i rute: 10,5 %',
    'Forpliktelser (1): Timer i laboratoriet',
    'Prosjekter (1): F-1 Åpent laboratorium',
    'M-2.1 Ti prosent flere overnattinger om vinteren',
    '10 % opp, til 5 500',
    '5 000\n2020',
    '5 100\n2025',
    'Satt: Usikkert',
    'Etter tallene: Ute av rute',
    'For å være i rute: 5 250',
    'Ett hotell er åpnet.',
    'M-2.2 600 flere arbeidsplasser i havnene',
    '600 opp, til 11 800',
    '11 200\n2021',
    '11 500\n2025, revidert',
    'Etter tallene: Usikkert',
    'For å være i rute: 11 600',
    'M-3.1 Omsetningen vokser mer enn i landet',
    'Bedre enn',
    '2,1 %\n2025',
    '1,8 %',
    'Etter tallene: I rute',
    'M-3.2 Nye innbyggere blir boende',
    'Partnerskapsmøtet vurderer samtalene med tjue nye innbyggere hvert år.',
    'Etter tallene: Kan ikke måles',
  ],
  jobs: [
    'Handlingsprogram for flere jobber har 3 mål.',
    'Status: usikkert 1, kan ikke måles 2.',
    'H Jobbene i private bedrifter vokser hvert år',
    '1,5 % i året',
    '20 000\n2022',
    '20 600\n2025',
    'Etter tallene: Usikkert',
    'For å være i rute: 20 914',
  ],
}

/** Rows of the sheets; figures in their indicator's unit, the way in whole percent. */
const onWay = (baseline: number, level: number, latest: number, way: number, byFigures: string) => ({
  Utgangsverdi: baseline,
  'Nivå som skal nås': level,
  'Siste tall': latest,
  'Periode for siste tall': '2025',
  'Vei mot målet (%)': way,
  'Status etter tallene': byFigures,
})
export const inSheets = {
  goals: {
    'M-1.1': onWay(40, 80, 60, 50, 'I rute'),
    'M-1.2': onWay(8.5, 12.5, 9.7, 30, 'Usikkert'),
    'M-2.1': { ...onWay(5000, 5500, 5100, 20, 'Ute av rute'), Status: 'Usikkert', Kommentar: 'Ett hotell er åpnet.' },
    'M-2.2': onWay(11_200, 11_800, 11_500, 50, 'Usikkert'),
    'M-3.1': { 'Siste tall': 2.1, 'Referansens tall': 1.8, 'Status etter tallene': 'I rute' },
    'M-3.2': { 'Type mål': 'Kvalitativt', 'Siste tall': null, 'Status etter tallene': 'Kan ikke måles' },
    // 20,000 × 1.015⁸, and 600 of the 2,530 on the way.
    H: onWay(20_000, 22_530, 20_600, 24, 'Usikkert'),
  },
  // 6 + 3 goals and 8 + 1 indicators of the plans in force; four years of four, two of two, and one of two more.
  counts: [6 + 3, 8 + 1, 4 * 4 + 2 * 2 + 2],
}

/** The report that walks the revised plan, line below line: what it holds, and of each goal what was worked by hand. */
export const inReport = [
  'Felles vekstplan (Rullert 2026)',
  '3 innsatsområder, 6 mål, 0 tiltak, 8 indikatorer',
  'V-1 Sysselsatte i alt',
  'Innsatsområde 1: Kunnskap i bedriftene',
  'Åpne laboratoriene på Halden campus for små bedrifter',
  'M-1.1 Dobbelt så mange bedrifter forsker selv',
  '2 ganger utgangsverdien: 80',
  'Siste tall er 60 (2025). Det er 50 % av veien til målet. For å være i rute måtte tallet ha vært 55.',
  'Åpent laboratorium',
  'M-1.2 Hver åttende i industrien har fagbrev',
  'Siste tall er 9,7 % (2025). Det er 30 % av veien til målet. For å være i rute måtte tallet ha vært 10,5 %.',
  'Innsatsområde 2: Mer ut av kysten',
  'M-2.1 Ti prosent flere overnattinger om vinteren',
  'Siste tall er 5 100 (2025). Det er 20 % av veien til målet. For å være i rute måtte tallet ha vært 5 250.',
  'M-2.2 600 flere arbeidsplasser i havnene',
  'Det er 50 % av veien til målet. For å være i rute måtte tallet ha vært 11 600.',
  'Innsatsområde 3: Et sted folk velger',
  'M-3.1 Omsetningen vokser mer enn i landet',
  'Siste tall er 2,1 % (2025).',
  'M-3.2 Nye innbyggere blir boende',
]
