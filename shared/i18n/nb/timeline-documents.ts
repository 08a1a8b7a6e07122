/** Words of the timeline on paper. A part of `documents.ts`. */
export const timelineDocuments = {
  heading: 'Tidslinje',
  legend:
    'P = planlagt dato, PR = prognose, F = faktisk dato. Piler går fra planlagt dato mot prognosen eller den faktiske datoen. Prosjektene er farget fra start til slutt. Kolonnen merket «nå» er den dataene er fra, {{day}}.',
  outside: '← foran og → bak bokstavene: datoen ligger før den første eller etter den siste kolonnen.',
  name: 'Prosjekt og milepæl',
  now: 'nå',
  quarter: '{{number}}. kv.',
  decade: '{{year}}-årene',
  baseline: 'P',
  forecast: 'PR',
  actual: 'F',
  fromTo: '{{from}} – {{to}}',
  noEnd: 'Fra {{from}}, uten planlagt slutt',
  late_one: '{{state}}, {{number}} dag etter planen',
  late_other: '{{state}}, {{number}} dager etter planen',
  early_one: '{{state}}, {{number}} dag før planen',
  early_other: '{{state}}, {{number}} dager før planen',
  more_one: 'Ett prosjekt til står i arbeidsboken.',
  more_other: '{{number}} prosjekter til står i arbeidsboken.',
} as const
