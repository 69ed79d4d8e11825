import type { Endpoint } from '@/lib/interface/http/endpoint'
import { serveInterface } from '@/lib/interface/http/serve'
import type { Asked } from './row'

export type Answered = { status: number; headers: Headers; text: string }

/** The path and query of a request to `endpoint`. */
export function targetOf({ path }: Pick<Endpoint, 'path'>, { params = {}, query = {} }: Asked): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params[name] ?? '-'))
  const search = new URLSearchParams(query).toString()
  return search ? `${filled}?${search}` : filled
}

/** Header and body of what is sent. */
export function bodyOf({ json, form }: Asked): { headers: Record<string, string>; body: string | null } {
  if (form) return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form).toString() }
  return json === undefined ? { headers: {}, body: null } : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }
}

/** Where answers are limited by address, each request is from another. */
export const someAddress = () => `198.51.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`

/** What the interface answers to `asked`, sent with `credentials`, wherever it is mounted. */
export async function askEndpoint(endpoint: Endpoint, asked: Asked, credentials: Record<string, string>): Promise<Answered> {
  const { headers, body } = bodyOf(asked)
  const all = { 'x-real-ip': someAddress(), ...headers, ...credentials, ...asked.headers }
  const response = await serveInterface(new Request(`http://127.0.0.1${targetOf(endpoint, asked)}`, { method: endpoint.method, headers: all, body }))
  return { status: response.status, headers: response.headers, text: await response.text() }
}
