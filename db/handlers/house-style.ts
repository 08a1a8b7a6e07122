import { imageSize } from 'image-size'
import { invalid } from '#shared/contract/problem.ts'
import { largestLogo } from '#shared/contract/workspace.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { type AreaHandlers, change } from '../context.ts'
import { photoMime } from '../photo-mime.ts'
import { readBlob } from '../repositories/packages.ts'
import { readAll, type Store } from '../store.ts'

/** Pixels of a side, at most: more is a photo, and every document carries it. */
const mostPixels = 6000

/** The logo of documents; colour and typeface are fields of the partnership. */
export const houseStyleHandlers: Pick<AreaHandlers<'partnership'>, 'partnership.setLogo' | 'partnership.readLogo'> = {
  'partnership.setLogo': ({ base64, altText }, context) => {
    const { id } = partnershipOf(context.store)
    const bytes = base64 === null ? null : checkedLogo(Buffer.from(base64, 'base64'))
    if (bytes !== null && altText === null) throw invalid({ altText: fieldMessage('altTextNeeded') })
    return change(context, (write) =>
      write.revise('partnership', id, {
        logoSha256: bytes === null ? null : write.putBlob(bytes),
        logoAltText: bytes === null ? null : altText,
      }),
    )
  },
  'partnership.readLogo': (_input, { store }) => {
    const { logoSha256 } = partnershipOf(store)
    const bytes = logoSha256 === null ? undefined : readBlob(store, logoSha256)
    const mime = bytes && photoMime(bytes)
    return bytes && mime ? { mime, base64: bytes.toString('base64') } : null
  },
}

/** @throws ProblemError `invalid` under `base64` for what is no PNG or JPEG, or is too large. */
function checkedLogo(bytes: Buffer): Buffer {
  if (bytes.byteLength > largestLogo) throw invalid({ base64: fieldMessage('logoTooLarge') })
  const mime = photoMime(bytes)
  if (mime !== 'image/png' && mime !== 'image/jpeg') throw invalid({ base64: fieldMessage('notAPicture') })
  const { width, height } = sizeOf(bytes)
  if (Math.max(width, height) > mostPixels) throw invalid({ base64: fieldMessage('logoTooLarge') })
  return bytes
}

/** A picture's pixels. @throws ProblemError `invalid` under `base64` where its head is damaged. */
function sizeOf(bytes: Buffer): { width: number; height: number } {
  try {
    return imageSize(bytes)
  } catch {
    throw invalid({ base64: fieldMessage('notAPicture') })
  }
}

function partnershipOf(store: Store) {
  const [partnership] = readAll(store, 'partnership', 'id')
  if (!partnership) throw new Error('a file without a partnership')
  return partnership
}
