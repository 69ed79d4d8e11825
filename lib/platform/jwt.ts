import { sign, type SignKeyObjectInput } from 'node:crypto'
import { promisify } from 'node:util'
import { signingKey, type SigningKey } from './signing-keys'

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

const signElsewhere = promisify<string, Buffer, SignKeyObjectInput, Buffer>(sign)

/** ECDSA takes less than handing the work to another thread does; RSA takes long enough to hold up other requests. */
async function signatureOf(text: string, { alg, privateKey }: SigningKey): Promise<Buffer> {
  const data = Buffer.from(text)
  if (alg === 'RS256') return signElsewhere('sha256', data, { key: privateKey })
  return sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })
}

/**
 * A JWT of `claims`, signed with the key that signs now.
 *
 * Written here and not taken from jose, whose signing goes through another thread and costs an exchange a third of its
 * speed; docs/decisions/0007. What verifies it, here and in the tests, is jose.
 *
 * @param typ says what kind of token it is, so that one is never taken for another
 * @see RFC 7515 §3.1 and §7.1; RFC 7518 §3.3 and §3.4
 */
export async function signJwt(typ: string, claims: object): Promise<string> {
  const key = await signingKey()
  const input = `${encode({ alg: key.alg, kid: key.kid, typ })}.${encode(claims)}`
  return `${input}.${(await signatureOf(input, key)).toString('base64url')}`
}
