/** The rows in the order in which they run; each is `test/torture/<name>/row.ts`, which exports `row`. */
export const rowNames = [
  'kill',
  'migration',
  'restore',
  'power',
  'damaged-file',
  'damaged-wal',
  'disk-full',
  'undo',
  'typing',
  'hostile',
  'year',
  'two-processes',
  'export-killed',
  'export-target',
] as const
