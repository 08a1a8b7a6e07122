import type { timelineDocuments as nb } from '../nb/timeline-documents.ts'
import type { Translated } from '../translated.ts'

export const timelineDocuments: Translated<typeof nb> = {
  heading: 'Timeline',
  legend:
    'B = baseline, F = forecast, A = actual. Arrows lead from the baseline towards the forecast or the actual date. Projects are shaded from start to end. The column marked “now” is the one the data are from, {{day}}.',
  outside: '← before and → after the letters: the date lies before the first or after the last column.',
  name: 'Project and milestone',
  now: 'now',
  quarter: 'Q{{number}}',
  decade: '{{year}}s',
  baseline: 'B',
  forecast: 'F',
  actual: 'A',
  fromTo: '{{from}} – {{to}}',
  noEnd: 'From {{from}}, no planned end',
  late_one: '{{state}}, {{number}} day after the baseline',
  late_other: '{{state}}, {{number}} days after the baseline',
  early_one: '{{state}}, {{number}} day before the baseline',
  early_other: '{{state}}, {{number}} days before the baseline',
  more_one: 'One more project is in the workbook.',
  more_other: '{{number}} more projects are in the workbook.',
}
