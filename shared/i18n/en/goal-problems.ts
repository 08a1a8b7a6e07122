/** What is wrong with goals, wordings, strategies, activities and links, or to be looked at in them. A part of `field-problems.ts`. */
export const goalProblems = {
  goalOfOtherPlan: 'Goal {{code}} belongs to another plan. Choose among the goals of this plan.',
  goalInRing: 'The goals would lie under one another in a ring: {{ring}}. Choose a goal outside the ring.',
  subGoalOtherArea:
    'A sub-goal belongs to the focus area of the goal above it, {{code}}. Move that goal, or choose another parent.',
  goalPartsOtherArea: 'Under the goal lie sub-goals or activities of another focus area. Move them first.',
  targetValueMissing:
    'The target value is missing. Write it, or choose another kind of target. Where sources disagree, add their wordings first.',
  targetUnitMissing: 'The unit is missing. Choose it, or a lead indicator that has one.',
  fallsBelowNothing:
    'Nothing can fall by more than 100 percent. Write how many percent of the baseline it is to fall by, such as −20.',
  deadlineBeforeBaseline: 'The deadline {{day}} isn’t after the baseline period, {{period}}. Correct one of them.',
  multipleNotPositive: 'Write how many times the baseline: 2 for twice as many.',
  multipleInPercent: 'A number of times is not percent. Write 2 for twice as many, or choose “Change in percent”.',
  percentNotPoints: 'Change and growth are counted in percent here. For percentage points, choose “Change in number”.',
  pointsNotPercent:
    'The indicator is in percent, so the difference is in percentage points. Choose percentage points, or “Change in percent”.',
  percentOfNumber:
    'The target is in “$t(codes.indicatorUnit.{{unit}})”, but the indicator in “$t(codes.indicatorUnit.{{leadUnit}})”. Choose “Change in percent” if the figure is to change by that much, else the unit of the indicator.',
  unitsMixed:
    'The units do not go together: “$t(codes.indicatorUnit.{{unit}})” here, “$t(codes.indicatorUnit.{{leadUnit}})” in the indicator. Choose the unit of the indicator, or another indicator.',
  referenceMissing:
    'It isn’t said what the goal is to be better than. Choose a reference series, or write it under “Compared with”.',
  referenceIsLead: 'The reference is the indicator that measures the goal. Choose another.',
  testMissing: 'It isn’t said how the goal is judged. Write it.',
  rankNeedsRank: 'A place needs the unit rank, or a qualitative goal.',
  targetBeforeBaseline: 'The target period isn’t after the baseline period, {{period}}. Correct one of them.',
  deadlineBeforeTarget: 'The deadline {{day}} is before the target period, {{period}}, begins. Correct one of them.',
  deadlineAfterTarget: 'The deadline {{day}} is after the target period, {{period}}. Check them.',
  statusCommentMissing: 'The status is not the one that the figures show. Write why.',
  wordingSaysOther: 'The wording in force states another target value than the goal. Check them.',
  baselineMissing: 'The baseline value is missing. Without it the goal cannot be measured.',
  baselinePeriodMissing: 'The baseline value has no period. Write when it held.',
  rateWithoutStart: 'It isn’t said from when the growth is counted. Write the baseline period.',
  rateWithoutEnd: 'It isn’t said until when the growth is counted. Write the target period.',
  targetPeriodMissing:
    'The plan does not say when the goal is to be reached. Write the target period once it is known.',
  strategyHome: 'A strategy belongs either to a goal or to a focus area. Choose one of them.',
  strategyOfOtherPlan: 'The strategy belongs to another plan. Choose among the strategies of this plan.',
  wordingInForceAlready: 'Another wording is in force: “{{text}}”. Take that one out of force first.',
  activityOtherArea: 'The activity belongs to the focus area of its goal, {{code}}. Choose that area, or another goal.',
  droppedWithoutReason: 'It isn’t said why the activity was dropped. Write it in the comment.',
  doneBeforeItsYear: 'The activity is for {{year}} and cannot be done yet. Correct the year, or choose another status.',
  goalLinkTwice: 'This is tied to the goal already.',
} as const
