import { expect, test } from 'vitest'
import { entities } from '#db/entities.ts'
import { interviewQuestions } from '#shared/domain/records/visit.ts'
import { nb } from '#shared/i18n/nb/index.ts'

/** What the log holds and nobody needs to read: what a number was drawn from, checksums, sizes, and what several share. */
const inner = new Set([
  'numberSeries',
  'seriesId',
  'snapshotSha256',
  'sha256',
  'dataStamp',
  'size',
  'mime',
  'device',
  'previousId',
])
const marks = new Set(['id', 'createdStamp', 'changedStamp', 'deletedAt'])

test.each(Object.keys(entities) as (keyof typeof entities)[])(
  'each field of %s has a name for its history',
  (entity) => {
    const fields = entities[entity].columns
      .map(({ field }) => field)
      .filter((field) => !marks.has(field) && !inner.has(field))
    const named = new Set<string>([...Object.keys(nb.app.fields), ...interviewQuestions])
    expect(fields.length).toBeGreaterThan(0)
    expect(fields.filter((field) => !named.has(field))).toEqual([])
  },
)
