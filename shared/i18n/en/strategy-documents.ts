/** Section 10 of the package, its sheets, and the report that walks a plan. A part of `documents.ts`. */
export const strategyDocuments = {
  heading: 'Goals and indicators',
} as const
