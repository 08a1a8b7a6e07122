/** What is wrong with goals, wordings, strategies, activities and links, or to be looked at in them. A part of `field-problems.ts`. */
export const goalProblems = {
  goalOfOtherPlan: 'Målet {{code}} hör till en annan plan. Välj bland planens mål.',
  goalInRing: 'Målen skulle ligga under varandra i ring: {{ring}}. Välj ett mål utanför ringen.',
  subGoalOtherArea:
    'Ett delmål hör till samma insatsområde som målet ovanför, {{code}}. Flytta målet eller välj ett annat överordnat mål.',
  goalPartsOtherArea: 'Under målet ligger delmål eller aktiviteter i ett annat insatsområde. Flytta dem först.',
  targetValueMissing:
    'Målvärdet saknas. Skriv det eller välj en annan måltyp. Är källorna oense, lägg in formuleringarna först.',
  targetUnitMissing: 'Enheten saknas. Välj den eller en huvudindikator som har en.',
  fallsBelowNothing:
    'Något kan inte minska med mer än 100 procent. Skriv hur många procent av utgångsvärdet det ska minska, till exempel −20.',
  deadlineBeforeBaseline: 'Tidsfristen {{day}} är inte efter utgångsperioden, {{period}}. Rätta en av dem.',
  multipleNotPositive: 'Skriv hur många gånger utgångsvärdet: 2 för en fördubbling.',
  multipleInPercent: 'Ett antal gånger är inte procent. Skriv 2 för en fördubbling eller välj ”Förändring i procent”.',
  percentNotPoints: 'Förändring och tillväxt räknas här i procent. För procentenheter: välj ”Förändring i antal”.',
  pointsNotPercent:
    'Indikatorn är i procent, så skillnaden är i procentenheter. Välj procentenheter eller ”Förändring i procent”.',
  percentOfNumber:
    'Målvärdet är i ”$t(codes.indicatorUnit.{{unit}})” men indikatorn i ”$t(codes.indicatorUnit.{{leadUnit}})”. Välj ”Förändring i procent” om värdet ska ändras så mycket, annars indikatorns enhet.',
  unitsMixed:
    'Enheterna passar inte ihop: ”$t(codes.indicatorUnit.{{unit}})” här, ”$t(codes.indicatorUnit.{{leadUnit}})” i indikatorn. Välj indikatorns enhet eller en annan indikator.',
  referenceMissing: 'Det saknas vad målet ska vara bättre än. Välj en referensserie eller skriv det i ”Jämförs med”.',
  referenceIsLead: 'Referensen är samma indikator som målet mäts med. Välj en annan.',
  testMissing: 'Det saknas hur målet ska bedömas. Skriv det.',
  rankNeedsRank: 'En placering kräver att enheten är placering eller att målet är kvalitativt.',
  targetBeforeBaseline: 'Målperioden är inte efter utgångsperioden, {{period}}. Rätta en av dem.',
  deadlineBeforeTarget: 'Tidsfristen {{day}} är innan målperioden, {{period}}, har börjat. Rätta en av dem.',
  deadlineAfterTarget: 'Tidsfristen {{day}} är efter målperioden, {{period}}. Kontrollera dem.',
  statusCommentMissing: 'Statusen är en annan än den som värdena visar. Skriv varför.',
  wordingSaysOther: 'Formuleringen som gäller har ett annat målvärde än målet. Kontrollera dem.',
  baselineMissing: 'Utgångsvärdet saknas. Utan det kan målet inte mätas.',
  baselinePeriodMissing: 'Utgångsvärdet har ingen period. Skriv när det gällde.',
  rateWithoutStart: 'Det saknas när tillväxten räknas från. Skriv utgångsperioden.',
  rateWithoutEnd: 'Det saknas när tillväxten räknas till. Skriv målperioden.',
  targetPeriodMissing: 'Planen säger inte när målet ska vara nått. Skriv målperioden när den är känd.',
  strategyHome: 'En strategi hör antingen till ett mål eller till ett insatsområde. Välj ett av dem.',
  strategyOfOtherPlan: 'Strategin hör till en annan plan. Välj bland planens strategier.',
  wordingInForceAlready: 'En annan formulering gäller redan: ”{{text}}”. Låt den sluta gälla först.',
  activityOtherArea:
    'Aktiviteten hör till samma insatsområde som sitt mål, {{code}}. Välj det området eller ett annat mål.',
  droppedWithoutReason: 'Det saknas varför aktiviteten har lagts ned. Skriv det i kommentaren.',
  doneBeforeItsYear:
    'Aktiviteten är för {{year}} och kan inte vara genomförd ännu. Rätta året eller välj en annan status.',
  goalLinkTwice: 'Detta är redan knutet till målet.',
} as const
