import type { timelineDocuments as nb } from '../nb/timeline-documents.ts'
import type { Translated } from '../translated.ts'

export const timelineDocuments: Translated<typeof nb> = {
  heading: 'Tidslinje',
  legend:
    'P = planerat datum, PR = prognos, F = faktiskt datum. Pilar går från planerat datum mot prognosen eller det faktiska datumet. Projekten är färgade från start till slut. Kolumnen märkt ”nu” är den som uppgifterna är från, {{day}}.',
  outside: '← före och → efter bokstäverna: datumet ligger före den första eller efter den sista kolumnen.',
  name: 'Projekt och milstolpe',
  now: 'nu',
  quarter: 'kv. {{number}}',
  decade: '{{year}}-talet',
  baseline: 'P',
  forecast: 'PR',
  actual: 'F',
  fromTo: '{{from}} – {{to}}',
  noEnd: 'Från {{from}}, utan planerat slut',
  late_one: '{{state}}, {{number}} dag efter planen',
  late_other: '{{state}}, {{number}} dagar efter planen',
  early_one: '{{state}}, {{number}} dag före planen',
  early_other: '{{state}}, {{number}} dagar före planen',
  more_one: 'Ett projekt till står i arbetsboken.',
  more_other: '{{number}} projekt till står i arbetsboken.',
}
