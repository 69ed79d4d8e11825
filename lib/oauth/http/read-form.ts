import { fieldsOfForm } from '../../access/exchange-request'
import { HttpRefusal } from '../../interface/http/answering'
import { MAX_CREDENTIAL_BYTES, readBody } from '../../interface/http/read-body'
import { oauthRefusal } from './refusing'

const FORM = 'application/x-www-form-urlencoded'

/** A form's fields by name. */
export type Form = ReadonlyMap<string, string[]>

const isForm = (contentType: string | null) => contentType?.split(';')[0]?.trim().toLowerCase() === FORM

/**
 * What a client has posted. The query string is not looked at: what stands there is written into logs on its way.
 *
 * @throws {HttpRefusal} invalid_request, where it is no form, not UTF-8 or too large
 * @see RFC 6749 §3.2
 */
export async function readForm(request: Request): Promise<Form> {
  if (!isForm(request.headers.get('content-type'))) throw oauthRefusal(400, 'invalid_request', `The body has to be ${FORM}`)
  try {
    return fieldsOfForm(new URLSearchParams(await readBody(request, MAX_CREDENTIAL_BYTES)))
  } catch (error) {
    if (error instanceof HttpRefusal) throw oauthRefusal(error.status, 'invalid_request', error.says)
    throw error
  }
}

/** @throws {HttpRefusal} invalid_request where the field is missing, empty or repeated */
export function requireField(form: Form, name: string): string {
  const [value = '', ...more] = form.get(name) ?? []
  if (value === '' || more.length > 0) throw oauthRefusal(400, 'invalid_request', `The request needs exactly one ${name}`)
  return value
}
