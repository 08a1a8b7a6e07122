/** What is wrong with a plan among its versions, or to be looked at in it. A part of `field-problems.ts`. */
export const planProblems = {
  planVersionOfItself: 'A plan can’t be a version after itself. Choose another, or leave the field empty.',
  planVersionRing: 'The versions would follow one another in a ring: {{ring}}. Choose one outside the ring.',
  planVersionTaken: '“{{title}}” follows that version already. Choose the newest version.',
  plansOfOtherSeries: 'The two are not versions of the same plan. Choose two versions of one plan.',
  planWithoutAdoption: 'The plan doesn’t say when it was adopted. Enter the day.',
  planWithoutAdopter: 'The plan doesn’t say who adopted it. Enter the council or the board.',
  planWithoutMainGoal: 'The plan has no main goal. Write it if the plan has one.',
  mainGoalWordings_one: 'The main goal has {{count}} wording, and it is not in force. Decide whether it is.',
  mainGoalWordings_other: 'The main goal has {{count}} wordings, and none is in force. Choose the one that is.',
  goalWordings_one: 'Goal {{code}} has {{count}} wording, and it is not in force. Decide whether it is.',
  goalWordings_other: 'Goal {{code}} has {{count}} wordings, and none is in force. Choose the one that is.',
  areaWithoutGoals: '“{{title}}” has neither goals nor activities. Add some, or remove it.',
  activitiesOutsidePeriod_one:
    'An activity has a year outside the plan’s period: {{titles}}. Correct the year or the period.',
  activitiesOutsidePeriod_other:
    '{{count}} activities have a year outside the plan’s period: {{titles}}. Correct the years or the period.',
  projectsLeftBehind_one:
    'A project that is not finished still belongs to an earlier version: {{titles}}. Choose this plan and its focus areas for it.',
  projectsLeftBehind_other:
    '{{count}} projects that are not finished still belong to an earlier version: {{titles}}. Choose this plan and its focus areas for them.',
} as const
