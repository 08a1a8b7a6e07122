/** What a partnership's year comes to, added by hand: the figures that screens, Word and Excel must have. */
import { expect } from 'vitest'
import { serial } from './partnership-steps.ts'

export const harbour = 'Grønn havn'
export const follower = 'Grønn havn fase 2'
export const shorePower = 'Landstrøm ved kai 3'
export const charger = 'Ladeanlegg åpnet'
export const evaluated = 'Prosjektet evaluert'
export const decided = 'Bidrag til landstrøm'

/** In øre, or hundredths of an hour: whole numbers, so that what is added by hand is exact. */
export const pledged = { grant: 25_000_050, share: 9_999_999, swedish: 4_000_075, lead: 750, support: 750 }
export const given = {
  grant: [10_000_025, 10, 500_000],
  share: [4_000_001],
  swedish: [1_000_050],
  lead: [225, 650],
  support: [750],
}
export const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0)
/** Since the end of June, and since New Year's Eve; the charger since 11 September. */
export const late = { share: 31 + 31 + 30 + 31 + 30 + 31 + 5, swedish: 5, charger: 19 + 31 + 30 + 31 + 5 }

/** What the screens say. */
export const onScreen = {
  foot: [
    '6 rader til sammen',
    'Norske kroner: 600 000,99 kr lovet, 145 000,36 kr levert, 455 000,63 kr gjenstår',
    'Svenske kroner: 40 000,75 SEK lovet, 10 000,50 SEK levert, 30 000,25 SEK gjenstår',
    'Timer: 15 t lovet, 16,25 t levert, 0 t gjenstår, 1,25 t mer enn lovet',
  ],
  /** Of money in 2025 to 2028, and all of it. */
  years: [
    '5 000 uten løfte',
    '140 000,36 av 350 000,49 · 40 %',
    '0 av 250 000,50 · 0 %',
    expect.stringMatching(/^–/),
    '145 000,36 av 600 000,99 · 24 %',
  ],
  events: [
    /Prognose satt til 15\.06\.2026\s+Kabler mangler\.\s+Kari Nilsen · 20\. apr\. 2026/,
    /Prognose endret fra 15\.06\.2026 til 01\.08\.2026\s+Gravingen er utsatt\.\s+Kari Nilsen · 11\. mai 2026/,
    /Planlagt dato endret fra 01\.06\.2026 til 15\.08\.2026\s+Styret flyttet fristen\.\s+Kari Nilsen · 20\. mai 2026/,
    /Faktisk dato satt til 20\.08\.2026\s+Regn i juli\.\s+Kari Nilsen · 21\. aug\. 2026/,
  ],
}

/** What is read in Word, line below line: sections 9, 11 and 13 of the package, and the partner's page. */
export const onPaper: Readonly<
  Record<'commitments' | 'projects' | 'exceptions' | 'partner', readonly (string | RegExp)[]>
> = {
  commitments: [
    '3 forpliktelser er åpne, og 2 av dem er over fristen.',
    'Norske kroner\n2026\n350 000,49 kr\n140 000,36 kr\n210 000,13 kr',
    'Svenske kroner\n2026\n40 000,75 SEK\n10 000,50 SEK\n30 000,25 SEK',
    'Timer\n2026\n15 t\n16,25 t\n1,25 t over',
    'Forpliktelser over fristen',
    /Egenandel\n[\s\S]*?99 999,99 kr lovet\n40 000,01 kr levert\n59 999,98 kr gjenstår\nDelvis levert\n189 dager over fristen/,
    /Strømbidrag\n[\s\S]*?40 000,75 SEK lovet\n10 000,50 SEK levert\n30 000,25 SEK gjenstår\nDelvis levert\n5 dager over fristen/,
    /Grunntilskudd\n[\s\S]*?500 001 kr lovet\n105 000,35 kr levert\n395 000,65 kr gjenstår\nDelvis levert/,
  ],
  projects: [
    'Fyrtårnprosjekter: 1.',
    'Rødt lys: 0. Gult lys: 1. Milepæler over fristen: 1.',
    '1 000 000,50 kr, 400 000,50 kr mangler tilsagn',
    '600 000 kr, søkt om 150 000,25 kr til',
    'Kablene er forsinket.',
    `${shorePower}\nKari Nilsen\n15.08.2026\nEndret én gang\nSatt 20.05.2026\n01.08.2026\n20.08.2026\n5 dager\nNådd for sent\nRegn i juli.`,
    `${charger}\nKari Nilsen\n01.09.2026\n11.09.2026\n–\n10 dager\nOver fristen, 116 dager\nLeveransen er utsatt.`,
    `${evaluated}\nKari Nilsen\n15.12.2026\n–\n10.12.2026\n5 dager tidligere\nNådd`,
    'Grunntilskudd: 105 000,35 kr levert av 500 001 kr lovet',
  ],
  exceptions: [
    'Prosjekter med rødt eller gult lys (1)',
    harbour,
    'Milepæler som er forsinket eller over fristen (1)',
    `${charger}\n${harbour}\nOver fristen\nPlanlagt 01.09.2026\nPrognose 11.09.2026\nLeveransen er utsatt.\nKari Nilsen\n116 dager over fristen`,
    'Forpliktelser over fristen (2)',
    'Egenandel\n40 000,01 kr levert av 99 999,99 kr\nPerioden gikk ut 30.06.2026\nSarpsborg kommune\n189 dager over fristen',
    'Strømbidrag\n10 000,50 SEK levert av 40 000,75 SEK\nPerioden gikk ut 31.12.2026\nStrömstads kommun\n5 dager over fristen',
    // 26 days of January and 28 of February.
    /Sarpsborg kommune\nAvtalen gjelder til 28\.02\.2027\n54 dager igjen/,
  ],
  partner: [
    'Avtalen går ut om 54 dager.',
    'Egenandel: 189 dager over fristen. 59 999,98 kr av 99 999,99 kr gjenstår.',
    'Prosjektledelse: 1,25 t er levert ut over det som er lovet.',
    /Berit Aas\nNæringssjef\nJa/,
    'Norske kroner\n2025\n0 kr\n5 000 kr\n5 000 kr over',
    'Norske kroner\n2026\n350 000,49 kr\n140 000,36 kr\n210 000,13 kr',
    'Norske kroner\n2027\n250 000,50 kr\n0 kr\n250 000,50 kr',
    'Timer\n2026\n7,5 t\n8,75 t\n1,25 t over',
    /Grunntilskudd\n[\s\S]*?500 001 kr lovet\n105 000,35 kr levert\n395 000,65 kr gjenstår/,
    '31.12.2025, 5 000 kr\n01.04.2026, 100 000,25 kr, Første rate\n02.04.2026, 0,10 kr',
  ],
}

const promised = (unit: string, amount: number, delivered: number, remaining: number) => ({
  [`Lovet, ${unit}`]: amount,
  [`Levert, ${unit}`]: delivered,
  [`Gjenstår, ${unit}`]: remaining,
})
/** The register of commitments as it is exported, by title. */
export const inRegister: Readonly<Record<string, object>> = {
  Grunntilskudd: promised('Norske kroner', 500_001, 105_000.35, 395_000.65),
  Egenandel: promised('Norske kroner', 99_999.99, 40_000.01, 59_999.98),
  Strømbidrag: promised('Svenske kroner', 40_000.75, 10_000.5, 30_000.25),
  Prosjektledelse: { ...promised('Timer', 7.5, 8.75, 0), 'Levert over, Timer': 1.25 },
  Fagstøtte: promised('Timer', 7.5, 7.5, 0),
}

const amounts = (amount: number | null, delivered: number | null, remaining: number | null, over: number | null) => ({
  Mengde: amount,
  'Levert (mengde)': delivered,
  'Gjenstår (mengde)': remaining,
  'Levert over (mengde)': over,
})
const overdue = (days: number) => ({ 'Dager over fristen (antall)': days, Status: 'Delvis levert' })
/** The package's sheets, by title. */
export const inSheets = {
  commitments: {
    Grunntilskudd: { ...amounts(500_001, 105_000.35, 395_000.65, 0), ...overdue(0) },
    Egenandel: { ...amounts(99_999.99, 40_000.01, 59_999.98, 0), ...overdue(late.share) },
    Strømbidrag: { ...amounts(40_000.75, 10_000.5, 30_000.25, 0), ...overdue(late.swedish) },
    Prosjektledelse: amounts(7.5, 8.75, 0, 1.25),
    Fagstøtte: amounts(7.5, 7.5, 0, 0),
    'Møterom på rådhuset': amounts(null, null, null, null),
  },
  project: {
    'Budsjett (beløp)': 1_000_000.5,
    'Tilsagn (beløp)': 600_000,
    'Søkt om (beløp)': 150_000.25,
    'Mangler tilsagn (beløp)': 400_000.5,
    Statuslys: 'Gult',
  },
  milestones: {
    [shorePower]: {
      'Planlagt dato': serial('2026-08-15'),
      Prognose: serial('2026-08-01'),
      'Faktisk dato': serial('2026-08-20'),
      'Forsinkelse (dager)': 5,
      'Planlagt dato endret (antall)': 1,
      'Årsak til avvik': 'Regn i juli.',
    },
    [charger]: { 'Forsinkelse (dager)': 10, 'Dager over fristen (antall)': late.charger, 'Faktisk dato': null },
    [evaluated]: { 'Forsinkelse (dager)': -5, Tilstand: 'Nådd' },
  },
}
