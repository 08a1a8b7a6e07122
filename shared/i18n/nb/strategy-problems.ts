/** What is wrong with a field of plans, goals, indicators and figures, and the way out. A part of `field-problems.ts`. */
export const strategyProblems = {
  codeTooLong: 'Koden er for lang. Kort den ned.',
  codeTaken: 'Koden er alt brukt: {{title}}. Velg en annen.',
  badRegionCode: 'Regionen kan ikke leses. Skriv en kode, for eksempel 3105, eller et kort navn.',
  badPeriod: 'Perioden kan ikke leses. Skriv år, kvartal (2026-Q1), måned (2026-03) eller dato.',
  jumpFactor: 'Skriv et tall fra 1,01 til 1000.',
  fileTooLarge: 'Filen er for stor. Del den opp, og hent delene hver for seg.',
  jump: 'Tallet er svært ulikt det forrige ({{before}} i {{period}}). Kontroller det, og bekreft hvis det stemmer.',
  dashInDoubt: 'En strek kan bety null eller at verdien mangler. Skriv 0, eller «mangler».',
  percentHere: 'Prosent hører ikke hjemme her: indikatoren har en annen enhet. Skriv tallet i den, eller rett enheten.',
  percentForPoints: 'Enheten er prosentpoeng, ikke prosent. Skriv endringen i prosentpoeng, uten prosenttegn.',
  percentPointsHere:
    'Prosentpoeng hører ikke hjemme her: indikatoren har en annen enhet. Skriv tallet i den, eller rett enheten.',
  otherCurrency: 'Indikatoren regnes i {{currency}}. Regn beløpet om, eller rett enheten.',
  rankNotWhole: 'En plassering er et helt tall fra 1 og oppover. Rett tallet.',
} as const
