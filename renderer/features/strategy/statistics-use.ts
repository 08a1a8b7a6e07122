import { useEffect, useRef, useState } from 'react'
import { useClient } from '#renderer/lib/client.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { longestFile, type ReadText, readStatistics } from './statistics-file.ts'

export type Preview = OutputOf<'measurements.previewImport'>
export type Mapping = NonNullable<InputOf<'measurements.previewImport'>['mapping']>
export interface StatisticsFile extends ReadText {
  readonly name: string
  readonly size: number
}
const pauseMs = 250

/** Reads a chosen file; `refused` says in a key why it can't be. */
export async function openStatistics(
  file: File,
): Promise<StatisticsFile | { readonly refused: 'empty' | 'tooLarge' | 'unreadable' }> {
  if (file.size === 0) return { refused: 'empty' }
  // Even as one byte a character it would be too long.
  if (file.size > longestFile * 2) return { refused: 'tooLarge' }
  try {
    const read = readStatistics(new Uint8Array(await file.arrayBuffer()))
    if (read.text.length > longestFile) return { refused: 'tooLarge' }
    return { ...read, name: file.name, size: file.size }
  } catch {
    return { refused: 'unreadable' }
  }
}

/** What a file holds and, with a mapping, what importing it would do. Asked anew at each change; a later answer replaces an earlier one. */
export function usePreview(file: StatisticsFile | null, mapping: Mapping | null, vintage: string | null) {
  const client = useClient()
  const [state, setState] = useState<{ preview: Preview | null; problem: Problem | null; busy: boolean }>({
    preview: null,
    problem: null,
    busy: false,
  })
  const asked = useRef(0)
  const key = JSON.stringify([mapping, vintage])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for mapping and day
  useEffect(() => {
    asked.current += 1
    const mine = asked.current
    if (!file) {
      setState({ preview: null, problem: null, busy: false })
      return
    }
    setState((before) => ({ ...before, busy: true }))
    const timer = setTimeout(
      () => {
        void client
          .ask('measurements.previewImport', { format: file.format, text: file.text, mapping, vintage })
          .then((reply) => {
            if (mine !== asked.current) return
            setState((before) => ({
              preview: reply.ok ? reply.value : before.preview,
              problem: reply.ok ? null : reply.problem,
              busy: false,
            }))
          })
      },
      mapping ? pauseMs : 0,
    )
    return () => clearTimeout(timer)
  }, [client, file, key])
  return state
}

/** A first mapping: the dimensions by their roles, the others held to their first value; null until there is an indicator and a period. */
export function firstMapping(preview: Preview): Omit<Mapping, 'indicatorId'> | null {
  const { dimensions } = preview
  const period = dimensions.find(({ role }) => role === 'period')
  const region = dimensions.find(({ role }) => role === 'region')
  const others = dimensions.filter((one) => one !== period && one !== region)
  return {
    regionDimension: region?.id ?? null,
    regionCode: null,
    periodDimension: period?.id ?? dimensions.at(-1)?.id ?? '',
    breakdownDimension: null,
    held: Object.fromEntries(others.map(({ id, values }) => [id, values[0]?.code ?? ''])),
    regions: [],
  }
}
