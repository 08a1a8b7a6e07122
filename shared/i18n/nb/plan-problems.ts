/** What is wrong with a plan among its versions, or to be looked at in it. A part of `field-problems.ts`. */
export const planProblems = {
  planVersionOfItself: 'En plan kan ikke være versjonen etter seg selv. Velg en annen, eller la feltet stå tomt.',
  planVersionRing: 'Versjonene ville fulgt hverandre i ring: {{ring}}. Velg en utenfor ringen.',
  planVersionTaken: '«{{title}}» følger alt etter den versjonen. Velg den nyeste versjonen.',
  plansOfOtherSeries: 'De to er ikke versjoner av samme plan. Velg to versjoner av én plan.',
  planWithoutAdoption: 'Planen sier ikke når den ble vedtatt. Oppgi datoen.',
  planWithoutAdopter: 'Planen sier ikke hvem som vedtok den. Oppgi rådet, styret eller kommunestyret.',
  planWithoutMainGoal: 'Planen har ikke noe hovedmål. Skriv det hvis planen har ett.',
  mainGoalWordings_one: 'Hovedmålet har {{count}} ordlyd, og den gjelder ikke. Avgjør om den skal gjelde.',
  mainGoalWordings_other: 'Hovedmålet har {{count}} ordlyder, og ingen av dem gjelder. Velg den som gjelder.',
  goalWordings_one: 'Mål {{code}} har {{count}} ordlyd, og den gjelder ikke. Avgjør om den skal gjelde.',
  goalWordings_other: 'Mål {{code}} har {{count}} ordlyder, og ingen av dem gjelder. Velg den som gjelder.',
  areaWithoutGoals: '«{{title}}» har verken mål eller tiltak. Legg til noen, eller slett det.',
  activitiesOutsidePeriod_one: 'Et tiltak har et år utenfor planens periode: {{titles}}. Rett året eller perioden.',
  activitiesOutsidePeriod_other:
    '{{count}} tiltak har et år utenfor planens periode: {{titles}}. Rett årene eller perioden.',
  projectsLeftBehind_one:
    'Et uavsluttet prosjekt hører fortsatt til en tidligere versjon: {{titles}}. Velg denne planen og dens innsatsområder for prosjektet.',
  projectsLeftBehind_other:
    '{{count}} uavsluttede prosjekter hører fortsatt til en tidligere versjon: {{titles}}. Velg denne planen og dens innsatsområder for dem.',
} as const
