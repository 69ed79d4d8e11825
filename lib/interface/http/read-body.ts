import { HttpRefusal } from './answering'

/**
 * Bytes of a body that carries a token or a secret, at most: 16 KiB, beyond which it is 413. A token and its fields fit
 * many times over.
 *
 * @see spec: api.md §1
 */
export const MAX_CREDENTIAL_BYTES = 16 * 1_024

/**
 * The text of a body, given up as soon as it is larger than `limit` bytes.
 *
 * @throws {HttpRefusal} 413 where it is; 400 where it is not UTF-8
 */
export async function readBody(request: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length
    if (size > limit) {
      await reader?.cancel()
      throw new HttpRefusal(413, 'body_too_large', `The body is larger than ${limit} bytes`)
    }
    chunks.push(read.value)
  }
  return textOf(Buffer.concat(chunks))
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** @throws {HttpRefusal} 400 where `body` is not UTF-8 */
export function textOf(body: Uint8Array): string {
  try {
    return utf8.decode(body)
  } catch {
    throw new HttpRefusal(400, 'invalid_request', 'The body is not UTF-8')
  }
}
