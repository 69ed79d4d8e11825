import { sign, type SignKeyObjectInput } from 'node:crypto'
import { promisify } from 'node:util'
import { toJoinedSignature } from './ecdsa'
import { signingKey, type SigningKey } from './signing-keys'

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

const signElsewhere = promisify<string, Buffer, SignKeyObjectInput, Buffer>(sign)

/** ECDSA takes less than handing the work to another thread does; RSA takes long enough to hold up other requests. */
async function signatureOf(text: string, { alg, privateKey }: SigningKey): Promise<Buffer> {
  const data = Buffer.from(text)
  if (alg === 'RS256') return signElsewhere('sha256', data, { key: privateKey })
  // The bare key: wrapped in options, Node looks at it more closely each time, for half of what the signature costs.
  return toJoinedSignature(sign('sha256', data, privateKey))
}

/** First parts, which are the same for all tokens of a key and a kind. */
const heads = new WeakMap<SigningKey, Map<string, string>>()

function headOf(key: SigningKey, typ: string): string {
  const known = heads.get(key) ?? new Map<string, string>()
  const head = known.get(typ) ?? encode({ alg: key.alg, kid: key.kid, typ })
  if (!known.has(typ)) heads.set(key, known.set(typ, head))
  return head
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
  const input = `${headOf(key, typ)}.${encode(claims)}`
  return `${input}.${(await signatureOf(input, key)).toString('base64url')}`
}
