/** What is wrong with a plan among its versions, or to be looked at in it. A part of `field-problems.ts`. */
export const planProblems = {
  planVersionOfItself: 'En plan kan inte vara versionen efter sig själv. Välj en annan eller lämna fältet tomt.',
  planVersionRing: 'Versionerna skulle följa på varandra i en ring: {{ring}}. Välj en utanför ringen.',
  planVersionTaken: '”{{title}}” följer redan på den versionen. Välj den senaste versionen.',
  plansOfOtherSeries: 'De två är inte versioner av samma plan. Välj två versioner av en och samma plan.',
  planWithoutAdoption: 'Planen säger inte när den antogs. Ange datumet.',
  planWithoutAdopter: 'Planen säger inte vem som antog den. Ange styrelsen eller fullmäktige.',
  planWithoutMainGoal: 'Planen har inget huvudmål. Skriv det om planen har ett.',
  mainGoalWordings_one: 'Huvudmålet har {{count}} lydelse, och den gäller inte. Avgör om den ska gälla.',
  mainGoalWordings_other: 'Huvudmålet har {{count}} lydelser, och ingen av dem gäller. Välj den som gäller.',
  goalWordings_one: 'Mål {{code}} har {{count}} lydelse, och den gäller inte. Avgör om den ska gälla.',
  goalWordings_other: 'Mål {{code}} har {{count}} lydelser, och ingen av dem gäller. Välj den som gäller.',
  areaWithoutGoals: '”{{title}}” har varken mål eller aktiviteter. Lägg till några eller ta bort det.',
  activitiesOutsidePeriod_one: 'En aktivitet har ett år utanför planens period: {{titles}}. Rätta året eller perioden.',
  activitiesOutsidePeriod_other:
    '{{count}} aktiviteter har ett år utanför planens period: {{titles}}. Rätta åren eller perioden.',
  projectsLeftBehind_one:
    'Ett projekt som inte är avslutat hör fortfarande till en tidigare version: {{titles}}. Välj den här planen och dess insatsområden för projektet.',
  projectsLeftBehind_other:
    '{{count}} projekt som inte är avslutade hör fortfarande till en tidigare version: {{titles}}. Välj den här planen och dess insatsområden för dem.',
} as const
