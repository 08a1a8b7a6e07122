import { problem } from '#shared/contract/problem.ts'
import type { HouseStyle } from '#shared/documents/look.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import { presetLayout } from '#shared/domain/package-presets.ts'
import type {
  PackageLayout,
  PackageSection,
  PackageTemplate,
  PackageVariant,
} from '#shared/domain/records/package-template.ts'
import type { Partnership } from '#shared/domain/records/partnership.ts'
import { usualTemplate } from '#shared/domain/usual-template.ts'
import type { Id } from '#shared/domain/values.ts'
import { photoMime } from './photo-mime.ts'
import { readBlob } from './repositories/packages.ts'
import { read, readAll, type Store } from './store.ts'

export interface LayoutChoice {
  readonly bodyId: Id
  readonly variant: PackageVariant
  /** Null = the body's usual one. */
  readonly templateId: Id | null
  readonly leftOut: readonly PackageSection[]
}

/**
 * What a package of this choice is laid out by: the template named; else the body's first of the variant; else the first of no body; else
 * the usual layout. Without the sections left out; the cover stands first in any case.
 *
 * @throws ProblemError `notFound` where the template is gone, `refused` where it is another body's or of another variant.
 */
export function layoutOf(store: Store, choice: LayoutChoice): { layout: PackageLayout; templateId: Id | null } {
  const template =
    choice.templateId === null
      ? usualTemplate(readAll(store, 'packageTemplates', 'position, id'), choice)
      : chosenTemplate(store, choice)
  const { variant, sections, sheets, attachments } = template ?? presetLayout(choice.variant)
  const kept = sections.filter(({ section }) => section === 'cover' || !choice.leftOut.includes(section))
  const cover = kept.find(({ section }) => section === 'cover') ?? {
    section: 'cover' as const,
    heading: null,
    introduction: null,
  }
  return {
    layout: {
      variant,
      sections: [cover, ...kept.filter(({ section }) => section !== 'cover')],
      sheets: [...sheets],
      attachments,
    },
    templateId: template?.id ?? null,
  }
}

function chosenTemplate(store: Store, { bodyId, variant, templateId }: LayoutChoice): PackageTemplate {
  const template = read(store, 'packageTemplates', templateId ?? '')
  if ((template.bodyId !== null && template.bodyId !== bodyId) || template.variant !== variant) {
    throw problem('refused', 'problems.templateOfOther')
  }
  return template
}

/** How the partnership's documents look, as a snapshot keeps it. */
export function lookOf(store: Store, partnership: Partnership): NonNullable<Snapshot['look']> {
  const { accentColour, documentFont, logoSha256, logoAltText } = partnership
  const bytes = logoSha256 === null ? undefined : readBlob(store, logoSha256)
  const mime = bytes === undefined ? undefined : photoMime(bytes)
  return {
    accentColour,
    font: documentFont,
    logo: logoSha256 === null || !mime ? null : { sha256: logoSha256, mime, altText: logoAltText },
  }
}

/**
 * How papers look that keep no look of their own, as the partnership has it today, with the bytes of its logo. A logo that is gone is
 * left out: minutes must come out whatever happened to a picture.
 */
export function houseStyleOf(store: Store): HouseStyle {
  const [partnership] = readAll(store, 'partnership', 'id')
  if (!partnership) throw new Error('a file without a partnership')
  const look = lookOf(store, partnership)
  const bytes = look.logo === null ? undefined : readBlob(store, look.logo.sha256)
  return {
    look,
    files: new Map(look.logo === null || bytes === undefined ? [] : [[look.logo.sha256, new Uint8Array(bytes)]]),
  }
}
