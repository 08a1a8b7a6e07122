/** Windows' and Apple's containers of icons. Each holds one picture in many sizes. */

export interface Drawn {
  readonly size: number
  readonly png: Uint8Array
  /** Rows from the top, four bytes a pixel: red, green, blue, alpha, not premultiplied. */
  readonly rgba: Uint8Array
}

/**
 * An `.ico`. 256 pixels as PNG, the smaller ones as bitmaps: old parts of Windows and installers read PNG at that one size only.
 * Layout by Microsoft's "Icons" (ICONDIR, ICONDIRENTRY, BITMAPINFOHEADER).
 */
export function icoOf(pictures: readonly Drawn[]): Buffer {
  const images = pictures.map((one) => (one.size === 256 ? Buffer.from(one.png) : bitmapOf(one)))
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size }] of pictures.entries()) {
    const at = 6 + 16 * index
    const length = images[index]?.length ?? 0
    // A byte holds no 256; zero stands for it.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += length
  }
  return Buffer.concat([head, ...images])
}

/** Bottom-up rows of blue, green, red, alpha, and a mask of one bit a pixel that says where nothing is. */
function bitmapOf({ size, rgba }: Drawn): Buffer {
  const maskRow = Math.ceil(size / 32) * 4
  const bytes = Buffer.alloc(40 + size * size * 4 + maskRow * size)
  bytes.writeUInt32LE(40, 0)
  bytes.writeInt32LE(size, 4)
  // Twice the height: picture and mask.
  bytes.writeInt32LE(size * 2, 8)
  bytes.writeUInt16LE(1, 12)
  bytes.writeUInt16LE(32, 14)
  bytes.writeUInt32LE(bytes.length - 40, 20)
  const mask = 40 + size * size * 4
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = ((size - 1 - y) * size + x) * 4
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(from, from + 4)
      bytes.set([blue, green, red, alpha], 40 + (y * size + x) * 4)
      const at = mask + y * maskRow + (x >> 3)
      if (alpha === 0) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return bytes
}

/** Apple's types of PNG pictures: `@2x` ones are those of twice the size, for dense screens. */
export const icnsTypes = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
} as const

/** An `.icns` of the types above. */
export function icnsOf(pictureOf: (size: number) => Uint8Array): Buffer {
  const parts = Object.entries(icnsTypes).map(([type, size]) => part(type, pictureOf(size)))
  return part('icns', Buffer.concat(parts))
}

function part(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
