/** What is wrong with a field of plans, goals, indicators and figures, and the way out. A part of `field-problems.ts`. */
export const strategyProblems = {
  codeTooLong: 'The code is too long. Shorten it.',
  codeTaken: 'The code is in use already: {{title}}. Choose another.',
  badRegionCode: 'The region cannot be read. Write a code such as 3105, or a short name.',
  badPeriod: 'The period cannot be read. Write a year, a quarter (2026-Q1), a month (2026-03) or a day.',
  jumpFactor: 'Write a number from 1.01 to 1000.',
  fileTooLarge: 'The file is too large. Split it, and fetch the parts one by one.',
  jump: 'The figure is far from the one before ({{before}} in {{period}}). Check it, and confirm if it is right.',
  dashInDoubt: 'A dash may mean nought or that the value is missing. Type 0, or “missing”.',
  percentHere:
    'Percent does not belong here: the indicator has another unit. Give the figure in that, or correct the unit.',
  percentForPoints:
    'The unit is percentage points, not percent. Give the change in percentage points, without a percent sign.',
  percentPointsHere:
    'Percentage points do not belong here: the indicator has another unit. Give the figure in that, or correct the unit.',
  otherCurrency: 'The indicator is counted in {{currency}}. Convert the amount, or correct the unit.',
  rankNotWhole: 'A rank is a whole number from 1 up. Correct it.',
} as const
