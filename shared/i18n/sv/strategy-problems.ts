/** What is wrong with a field of plans, goals, indicators and figures, and the way out. A part of `field-problems.ts`. */
export const strategyProblems = {
  codeTooLong: 'Koden är för lång. Korta den.',
  codeTaken: 'Koden används redan: {{title}}. Välj en annan.',
  badRegionCode: 'Regionen kan inte läsas. Skriv en kod, till exempel {{example}}, eller ett kort namn.',
  badPeriod: 'Perioden kan inte läsas. Skriv år, kvartal (2026-Q1), månad (2026-03) eller datum.',
  jumpFactor: 'Skriv ett tal från 1,01 till 1000.',
  fileTooLarge: 'Filen är för stor. Dela upp den och hämta delarna var för sig.',
  jump: 'Värdet skiljer sig mycket från det förra ({{before}} för {{period}}). Kontrollera det och bekräfta om det stämmer.',
} as const
