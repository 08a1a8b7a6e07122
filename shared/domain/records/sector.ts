import { z } from 'zod'
import { title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

/** A line of the partnership's own sector list. A partnership names its sectors itself; the names are given per language. */
export const sectorFields = {
  nameNb: title,
  nameSv: title,
  nameEn: title,
  position: z.int().min(0).max(1000),
}
export const sector = z.object({ ...recordMarks, ...sectorFields })
export type Sector = z.infer<typeof sector>
export const sectorChanges = changesOf(sectorFields)
