/** What a plan file says of a plan, as the records take it but for ids; `node` is where it stands, `responsible` a person's name. */
import type { Activity, Goal, Strategy, Wording } from '../domain/records/goal.ts'
import type { Indicator, Measurement } from '../domain/records/indicator.ts'
import type { FocusArea, Plan, PlanSection } from '../domain/records/plan.ts'
import type { Project } from '../domain/records/project.ts'
import type { Day } from '../domain/values.ts'
import type { FileNode } from './nodes.ts'

type Marks = 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'
type Own<T, Left extends keyof T> = Omit<T, Marks | Left>
interface Placed {
  readonly node: FileNode
}
export type FileWording = Own<Wording, 'planId' | 'goalId'>
export interface FileStrategy {
  readonly fields: Own<Strategy, 'planId' | 'goalId' | 'focusAreaId' | 'position'>
  /** What activities of the plan name it by. */
  readonly ref: string | null
}
export interface FileActivity extends Placed {
  readonly fields: Own<Activity, 'planId' | 'focusAreaId' | 'goalId' | 'strategyId' | 'responsibleId' | 'previousId'>
  readonly responsible: string | null
  /** Number of the area that it is under, where it stands under none in the file. */
  readonly areaNumber: number | null
  /** What it is named by from the next version where it has no code. */
  readonly ref: string | null
  /** `ref` of the strategy that it carries out. */
  readonly strategy: string | null
  /** Code, else `ref`, of the same activity in the version before. */
  readonly previous: string | null
}
/** A figure; without a day of its own it is fetched when it is imported, by who imports it. */
export type FileFigure = Own<Measurement, 'indicatorId' | 'vintage'> & { readonly vintage: Day | null }
export interface FileIndicator extends Placed {
  readonly fields: Own<Indicator, 'planId' | 'responsibleId'>
  readonly lead: boolean
  /** True where the code is Fyr's own, made for figures that stand without one: another is taken where it is in use. */
  readonly coined: boolean
  readonly responsible: string | null
  /** Those in force. */
  readonly figures: readonly FileFigure[]
  /** What was said of a period, region and part before the figure in force, the oldest first. */
  readonly earlier: readonly FileFigure[]
  /** How it serves the goal that it stands under. */
  readonly linkNote: string | null
}
export interface FileProject extends Placed {
  readonly fields: Pick<Project, 'title' | 'number' | 'startYear' | 'lighthouse' | 'description'>
  /** Numbers of its areas, where it stands under none in the file; of none it is cross-cutting. */
  readonly areaNumbers: readonly number[]
}
export interface FileGoal extends Placed {
  readonly fields: Own<
    Goal,
    | 'planId'
    | 'focusAreaId'
    | 'parentId'
    | 'position'
    | 'responsibleId'
    | 'referenceId'
    | 'leadIndicatorId'
    | 'previousId'
  >
  readonly responsible: string | null
  /** Place among the goals of its plan, where that is not the order of the file. */
  readonly place: number | null
  /** Code of the same goal in the version before. */
  readonly previous: string | null
  /** Code of the indicator that it is to be better than. */
  readonly referenceCode: string | null
  readonly wordings: readonly FileWording[]
  readonly strategies: readonly FileStrategy[]
  readonly activities: readonly FileActivity[]
  readonly indicators: readonly FileIndicator[]
  readonly subGoals: readonly FileGoal[]
}
export interface FileArea extends Placed {
  readonly fields: Own<FocusArea, 'planId' | 'responsibleId' | 'previousId'>
  readonly responsible: string | null
  /** Number of the same area in the version before. */
  readonly previous: number | null
  readonly goals: readonly FileGoal[]
  readonly strategies: readonly FileStrategy[]
  readonly activities: readonly FileActivity[]
  readonly projects: readonly FileProject[]
}
export interface FilePlan extends Placed {
  readonly fields: Own<Plan, 'previousVersionId'>
  /** What the file names it by. */
  readonly ref: string | null
  /** `ref` of the version before it. */
  readonly previousVersion: string | null
  readonly wordings: readonly FileWording[]
  readonly sections: readonly Own<PlanSection, 'planId' | 'position'>[]
  readonly areas: readonly FileArea[]
  readonly goals: readonly FileGoal[]
  readonly activities: readonly FileActivity[]
  /** Of the main goal. */
  readonly indicators: readonly FileIndicator[]
  /** What goals are held against and measures none of them. */
  readonly references: readonly FileIndicator[]
  /** Cross-cutting ones, and those of several areas. */
  readonly projects: readonly FileProject[]
}

/** What the whole file says that its parts refer to. */
export interface FileSetting {
  /** A source by its id, in words. */
  source(id: string | null): string | null
  /** What the file says is unsettled about a code or id; taken once. */
  conflictsAbout(about: string): string[]
}
