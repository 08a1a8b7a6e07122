/** A plan with goals and indicators, through the operations of a test backend; indicators and figures are written straight away. */
import { transact } from '#db/changes.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import type { Indicator } from '#shared/domain/records/indicator.ts'
import { aProjectDesk, type ProjectDesk } from '../a-project-desk.ts'

export interface PlanDesk extends ProjectDesk {
  /** In the first focus area, of kind `none`, where nothing else is given. */
  aGoal(given?: Partial<InputOf<'goals.add'>>): Promise<OutputOf<'goals.add'>>
  /** Yearly, counted, better higher, of region 31. */
  anIndicator(given?: Partial<Indicator>): Indicator
  /** Yearly figures of region 31, by year. */
  figures(indicatorId: string, values: Readonly<Record<string, number | null>>): void
  openGoal(id: string): Promise<OutputOf<'goals.open'>>
}

export async function aPlanDesk(given: Parameters<typeof aProjectDesk>[0] = {}): Promise<PlanDesk> {
  const desk = await aProjectDesk(given)
  const store = desk.backend.workspaces.store()
  const by = { actor: 'Kari Berg', command: 'measurements.enter' }
  let made = 0
  return {
    ...desk,
    aGoal: (fields = {}) =>
      desk.call('goals.add', {
        planId: desk.planId,
        title: 'Flere arbeidsplasser',
        ...(fields.planId || fields.parentId ? {} : { focusAreaId: desk.areaIds[0] }),
        ...fields,
      }),
    anIndicator(fields = {}) {
      made += 1
      return transact(store, by, (write) =>
        write.insert('indicators', {
          id: `019f0000-0000-7000-8000-1${String(made).padStart(11, '0')}`,
          code: `I-${made}`,
          title: 'Antall arbeidsplasser',
          planId: null,
          group: null,
          unit: 'number',
          unitText: 'arbeidsplasser',
          decimals: 0,
          direction: 'higherBetter',
          sourceName: 'SSB',
          sourceUrl: null,
          sourceTable: null,
          frequency: 'yearly',
          availability: 'open',
          regionCodes: ['31'],
          breakdown: 'none',
          definition: null,
          calculation: null,
          responsibleId: null,
          nextExpectedOn: null,
          jumpFactor: null,
          ...fields,
        }),
      ).value
    },
    figures(indicatorId, values) {
      transact(store, by, (write) => {
        for (const [period, value] of Object.entries(values)) {
          made += 1
          write.insert('measurements', {
            id: `019f0000-0000-7000-8000-2${String(made).padStart(11, '0')}`,
            indicatorId,
            regionCode: '31',
            period,
            breakdownCode: null,
            value,
            missingReason: value === null ? 'Ikke spurt' : null,
            status: value === null ? 'missing' : 'final',
            vintage: '2026-09-01',
            seriesBreak: false,
            breakNote: null,
            sourceDocument: null,
            enteredBy: null,
            note: null,
          })
        }
      })
    },
    openGoal: (id) => desk.call('goals.open', { id }),
  }
}
