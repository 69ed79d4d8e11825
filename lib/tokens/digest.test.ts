import { describe, expect, it } from 'vitest'
import { digestForStorage, digestsForLookup } from './digest'

const older = { version: 1, key: Buffer.alloc(32, 1) }
const newer = { version: 2, key: Buffer.alloc(32, 2) }

describe('a token digest', () => {
  it('is stored under the newest key, with its version', () => {
    const stored = digestForStorage([older, newer], 'tw_x')
    expect(stored.version).toBe(2)
    expect(stored.digest).toHaveLength(32)
    expect(stored.digest).toEqual(digestForStorage([newer], 'tw_x').digest)
  })

  it('is found under every key that is still configured', () => {
    const stored = digestForStorage([older], 'tw_x').digest
    expect(digestsForLookup([older, newer], 'tw_x')).toContainEqual(stored)
    expect(digestsForLookup([newer], 'tw_x')).not.toContainEqual(stored)
  })

  it('cannot be made without a key', () => {
    expect(() => digestForStorage([], 'tw_x')).toThrow(RangeError)
  })
})
