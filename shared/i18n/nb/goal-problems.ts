/** What is wrong with goals, wordings, strategies, activities and links, or to be looked at in them. A part of `field-problems.ts`. */
export const goalProblems = {
  goalOfOtherPlan: 'Målet {{code}} hører til en annen plan. Velg blant målene i planen.',
  goalInRing: 'Målene ville ligget under hverandre i ring: {{ring}}. Velg et mål utenfor ringen.',
  subGoalOtherArea:
    'Et delmål hører til samme innsatsområde som målet over, {{code}}. Flytt målet, eller velg et annet overordnet mål.',
  goalPartsOtherArea: 'Under målet ligger delmål eller tiltak i et annet innsatsområde. Flytt dem først.',
  targetValueMissing:
    'Måltallet mangler. Skriv det, eller velg en annen måltype. Er kildene uenige, så legg inn formuleringene først.',
  targetUnitMissing: 'Enheten mangler. Velg den, eller velg en hovedindikator som har en.',
  fallsBelowNothing:
    'Noe kan ikke falle med mer enn 100 prosent. Skriv hvor mange prosent av utgangsverdien det skal ned, for eksempel −20.',
  deadlineBeforeBaseline: 'Fristen {{day}} er ikke etter utgangsperioden, {{period}}. Rett en av dem.',
  multipleNotPositive: 'Skriv hvor mange ganger utgangsverdien: 2 for en dobling.',
  multipleInPercent: 'Et antall ganger er ikke prosent. Skriv 2 for en dobling, eller velg «Endring i prosent».',
  percentNotPoints: 'Endring og vekst regnes her i prosent. For prosentpoeng: velg «Endring i antall».',
  pointsNotPercent:
    'Indikatoren er i prosent, så forskjellen er i prosentpoeng. Velg prosentpoeng, eller «Endring i prosent».',
  percentOfNumber:
    'Måltallet er i «$t(codes.indicatorUnit.{{unit}})», men indikatoren i «$t(codes.indicatorUnit.{{leadUnit}})». Velg «Endring i prosent» hvis tallet skal endre seg så mye, ellers indikatorens enhet.',
  unitsMixed:
    'Enhetene passer ikke sammen: «$t(codes.indicatorUnit.{{unit}})» her, «$t(codes.indicatorUnit.{{leadUnit}})» i indikatoren. Velg indikatorens enhet, eller en annen indikator.',
  referenceMissing:
    'Det mangler hva målet skal være bedre enn. Velg en referanseserie, eller skriv det i «Sammenliknes med».',
  referenceIsLead: 'Referansen er den samme indikatoren som målet måles med. Velg en annen.',
  testMissing: 'Det mangler hvordan målet skal vurderes. Skriv det.',
  rankNeedsRank: 'En plassering krever at enheten er plassering, eller at målet er kvalitativt.',
  targetBeforeBaseline: 'Målperioden er ikke etter utgangsperioden, {{period}}. Rett en av dem.',
  deadlineBeforeTarget: 'Fristen {{day}} er før målperioden, {{period}}, har begynt. Rett en av dem.',
  deadlineAfterTarget: 'Fristen {{day}} er etter målperioden, {{period}}. Kontroller dem.',
  statusCommentMissing: 'Statusen er en annen enn den tallene viser. Skriv hvorfor.',
  wordingSaysOther: 'Formuleringen som gjelder, har et annet måltall enn målet. Kontroller dem.',
  baselineMissing: 'Utgangsverdien mangler. Uten den kan målet ikke måles.',
  baselinePeriodMissing: 'Utgangsverdien har ingen periode. Skriv når den gjaldt.',
  rateWithoutStart: 'Det mangler når veksten regnes fra. Skriv utgangsperioden.',
  rateWithoutEnd: 'Det mangler når veksten regnes til. Skriv målperioden.',
  targetPeriodMissing: 'Planen sier ikke når målet skal være nådd. Skriv målperioden når den er kjent.',
  strategyHome: 'En strategi hører til enten et mål eller et innsatsområde. Velg ett av dem.',
  strategyOfOtherPlan: 'Strategien hører til en annen plan. Velg blant strategiene i planen.',
  wordingInForceAlready: 'En annen formulering gjelder alt: «{{text}}». Sett den andre ut av kraft først.',
  activityOtherArea:
    'Tiltaket hører til samme innsatsområde som målet sitt, {{code}}. Velg det området, eller et annet mål.',
  droppedWithoutReason: 'Det mangler hvorfor tiltaket er droppet. Skriv det i kommentaren.',
  doneBeforeItsYear:
    'Tiltaket er for {{year}} og kan ikke være gjennomført ennå. Rett året, eller velg en annen status.',
  goalLinkTwice: 'Dette er alt knyttet til målet.',
} as const
