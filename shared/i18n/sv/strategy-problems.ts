/** What is wrong with a field of plans, goals, indicators and figures, and the way out. A part of `field-problems.ts`. */
export const strategyProblems = {
  codeTooLong: 'Koden är för lång. Korta den.',
  codeTaken: 'Koden används redan: {{title}}. Välj en annan.',
  badRegionCode: 'Regionen kan inte läsas. Skriv en kod, till exempel 1880, eller ett kort namn.',
  badPeriod: 'Perioden kan inte läsas. Skriv år, kvartal (2026-Q1), månad (2026-03) eller datum.',
  jumpFactor: 'Skriv ett tal från 1,01 till 1000.',
  fileTooLarge: 'Filen är för stor. Dela upp den och hämta delarna var för sig.',
  jump: 'Värdet skiljer sig mycket från det förra ({{before}} för {{period}}). Kontrollera det och bekräfta om det stämmer.',
  dashInDoubt: 'Ett streck kan betyda noll eller att värdet saknas. Skriv 0, eller ”saknas”.',
  percentHere: 'Procent hör inte hemma här: indikatorn har en annan enhet. Skriv talet i den, eller rätta enheten.',
  percentForPoints: 'Enheten är procentenheter, inte procent. Skriv ändringen i procentenheter, utan procenttecken.',
  percentPointsHere:
    'Procentenheter hör inte hemma här: indikatorn har en annan enhet. Skriv talet i den, eller rätta enheten.',
  otherCurrency: 'Indikatorn räknas i {{currency}}. Räkna om beloppet, eller rätta enheten.',
  rankNotWhole: 'En placering är ett heltal från 1 och uppåt. Rätta talet.',
} as const
