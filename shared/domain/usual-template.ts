import type { PackageVariant } from './records/package-template.ts'
import type { Id } from './values.ts'

/**
 * The template that a body's packages of a variant follow unless another is chosen: its own first, else the first of every body.
 * Undefined where there is none: then the usual layout holds (`package-presets.ts`).
 *
 * @param templates in their order.
 */
export function usualTemplate<T extends { readonly bodyId: Id | null; readonly variant: PackageVariant }>(
  templates: readonly T[],
  { bodyId, variant }: { readonly bodyId: Id; readonly variant: PackageVariant },
): T | undefined {
  const fitting = templates.filter((one) => one.variant === variant)
  return fitting.find((one) => one.bodyId === bodyId) ?? fitting.find((one) => one.bodyId === null)
}
