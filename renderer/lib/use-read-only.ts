import { useOperation } from './use-query.ts'

/**
 * Whether the open file can't be written. The window has asked for the file before any screen shows, so this reads what is
 * known and asks nothing: parts shown without a window (gallery, tests) count as writable.
 */
export function useReadOnly(): boolean {
  return useOperation('workspace.current', {}, { enabled: false }).data?.readOnly ?? false
}
