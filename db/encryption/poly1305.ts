const prime = (1n << 130n) - 5n
const clamp = 0x0ffffffc0ffffffc0ffffffc0fffffffn
const blockBytes = 16

/**
 * The authenticator of RFC 8439, section 2.5, which Node has only as a part of its own AEAD. Meant for telling keys apart, not for keeping one
 * from an attacker who measures time: 0.1 ms for a page.
 *
 * @param key one-time, 32 bytes.
 * @returns 16 bytes.
 */
export function poly1305(key: Uint8Array, message: Uint8Array): Buffer {
  const r = littleEndian(key.subarray(0, blockBytes)) & clamp
  let sum = 0n
  for (let at = 0; at < message.length; at += blockBytes) {
    const block = message.subarray(at, at + blockBytes)
    sum = ((sum + littleEndian(block) + (1n << BigInt(8 * block.length))) * r) % prime
  }
  const tag = (sum + littleEndian(key.subarray(blockBytes, 2 * blockBytes))) & ((1n << 128n) - 1n)
  return Buffer.from(tag.toString(16).padStart(2 * blockBytes, '0'), 'hex').reverse()
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
}
