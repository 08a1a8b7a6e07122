/** What is wrong with indicators and figures, or to be looked at in them. A part of `field-problems.ts`. */
export const indicatorProblems = {
  valueOrReason: 'The value is missing. Write it, or why there is none.',
  valueAndReason: 'There is a value, so it is not missing. Remove the reason or the value.',
  missingStatusMissing: 'Without a value the status is “missing”. Choose that, or write the value.',
  valueNotMissing: 'There is a value, so the status cannot be “missing”. Choose another.',
  figureDecimals: 'The value has more than {{count}} decimals. Round it.',
  breakNoteMissing: 'The explanation is missing. Write what changed, so that nobody compares across the break.',
  indicatorNotDivided:
    'The indicator is not broken down. Leave the field empty, or choose a breakdown on the indicator first.',
  periodOtherFrequency:
    'The period {{period}} does not fit how often the indicator is measured. Correct the period, or the frequency of the indicator.',
  periodNotBegun:
    'The period {{period}} had not begun when the figure was retrieved, {{day}}. Correct the period or the day.',
  regionReplaced: '{{region}} ended on {{day}}. Use what holds in the period: {{now}}.',
  regionGone: '{{region}} ended on {{day}}, before the period began. Choose another region.',
  figureTwice: 'The figure is given twice, for the same region and period. Keep one of them.',
  vintageTaken: 'There is a figure of the same region and period retrieved on {{day}} already. Correct that instead.',
  unitAgainstGoal:
    'Goal {{code}} counts in another unit, which cannot be mixed with this one. Correct the goal first, or keep the unit.',
  figuresAreNoRanks:
    'Some of the figures are not whole numbers from 1 up, so they are no ranks. Correct the figures first, or choose another unit.',
  frequencyAgainstFigures:
    'The indicator has figures that do not fit this, for example of {{period}}. Correct the figures, or choose irregular.',
  breakdownAgainstFigures:
    'The indicator has figures of parts, for example of one sex. Remove them first, or keep the breakdown.',
  badSourceUrl: 'The address cannot be opened. It must begin with https:// or http://. Write the whole address.',
  regionTwice: 'The region {{code}} is listed twice. Remove one of them.',
  unitNotStated: 'The unit is not stated, so the figures cannot be held against goals. Choose a unit.',
  sourceMissing: 'The source is missing. Write who publishes the figures.',
  sourceToOrderMissing: 'The figures must be ordered, but no source is stated. Write where they are ordered.',
  frequencyNotStated:
    'It is not stated how often the figures come, so Fyr cannot remind you of the next. Choose a frequency.',
  definitionMissing: 'The definition is missing. Write what the figure counts, so that everybody reads it alike.',
  figureOverdue: 'The figure was expected on {{day}}, but has not come. Fetch it, or move the day.',
  notJson: 'The file is not JSON, or it is damaged. Download it again as JSON-stat.',
  notJsonStat: 'The file is not a JSON-stat dataset: {{field}} is missing or wrong. Download it again as JSON-stat 2.',
  jsonStatCollection: 'The file is a collection of several tables. Download one table at a time.',
  tooManyCells: 'The table has more than {{most}} cells. Download fewer regions or years.',
  olderVintage:
    'What is in force was retrieved on {{day}}, which is later. This is kept as an earlier version and does not apply.',
  csvNoTable: 'Fyr finds no table in the file. It needs a row with the names of the columns, and figures below.',
  csvHeadTwice: 'Two columns have the same name. Give one of them another, or download the file again.',
  csvColumns: 'The row has {{found}} columns, but the table has {{expected}}. The row is left out.',
  csvNotANumber: '“{{text}}” cannot be read as a number. The cell is left out.',
  csvTwice: 'The row is of the same as an earlier one. Only the first is taken.',
  noSuchDimension: 'The file has no such column. Choose one that it has.',
  dimensionTwice: 'The same column is chosen twice. Choose another.',
  chooseHeld: 'The column has several values. Choose which one to fetch.',
  tooManyFigures:
    'The selection gives {{count}} figures, and at most {{most}} are fetched at once. Choose fewer regions.',
  jumpsInFile:
    'Figures in the file that are far from the one before: {{count}}. Look at them in the preview, and confirm if they are right.',
} as const
