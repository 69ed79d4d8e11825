import type { z } from 'zod'
import { isErrorCode } from '../../errors'
import { HttpRefusal, notFound } from './answering'
import { readBody } from './read-body'
import { sentenceOf } from './refusing'

/** Bytes of a JSON body: a thousand ids fit. */
const MAX_JSON_BYTES = 60 * 1_024

/** zod says of what is not there that it is not what it should be. */
const inPlainWords = (message: string): string => (message.endsWith('received undefined') ? 'is missing' : message)

/** The first thing that is wrong, by the name of its field. */
function complaint({ issues }: z.ZodError): HttpRefusal {
  const [issue] = issues
  const field = issue?.path.map(String).join('.')
  const code = issue?.message.replace(/^errors\./, '') ?? ''
  const says = isErrorCode(code) ? sentenceOf(code) : inPlainWords(issue?.message ?? 'The request could not be read')
  return new HttpRefusal(400, isErrorCode(code) ? code : 'invalid_request', field ? `${field}: ${says}` : says)
}

/** @throws {HttpRefusal} 400, which names the field and what is wrong with it */
function check<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw complaint(parsed.error)
  return parsed.data
}

/** @throws {HttpRefusal} 404: an id that can be nobody's names nothing */
export function readParams<Schema extends z.ZodType>(schema: Schema, params: Readonly<Record<string, string>>): z.output<Schema> {
  const parsed = schema.safeParse(params)
  if (!parsed.success) throw notFound()
  return parsed.data
}

/** @throws {HttpRefusal} 400 where a parameter is repeated or cannot be what it should. Unknown ones are ignored. */
export function readQuery<Schema extends z.ZodType>(schema: Schema, url: URL): z.output<Schema> {
  const given: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [name, value] of url.searchParams) {
    if (name in given) throw new HttpRefusal(400, 'invalid_request', `${name}: is given more than once`)
    given[name] = value
  }
  return check(schema, { ...given })
}

/** @throws {HttpRefusal} 400 where the body is no JSON or not as it should be; 413 */
export async function readJson<Schema extends z.ZodType>(schema: Schema, request: Request): Promise<z.output<Schema>> {
  const text = await readBody(request, MAX_JSON_BYTES)
  return check(schema, text.trim() === '' ? {} : parse(text))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpRefusal(400, 'invalid_request', 'The body is not JSON')
  }
}
