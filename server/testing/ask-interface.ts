import { findInterfaceHandler } from '@/lib/interface/http/serve'
import type { Peer } from '@/lib/platform/peer'
import { makePeer } from './people'

type Asked = { headers?: Record<string, string>; body?: BodyInit | null; json?: unknown; peer?: Peer }

/** What a program is answered that asks `method` of `target`, a path with or without a query. */
export async function askInterface(method: string, target: string, { headers = {}, body = null, json, peer = makePeer() }: Asked = {}) {
  const url = new URL(target, 'http://127.0.0.1')
  const handle = findInterfaceHandler(method, url.pathname)
  if (!handle) throw new Error(`Nothing answers programs at ${url.pathname}`)
  const sent = json === undefined ? body : JSON.stringify(json)
  const typed = json === undefined ? headers : { 'content-type': 'application/json', ...headers }
  const response = await handle(new Request(url, { method, headers: typed, body: sent }), peer)
  const text = await response.text()
  const answer = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
  return { status: response.status, headers: response.headers, answer }
}

/** The same with an access token. */
export async function askAs(accessToken: string, method: string, target: string, asked: Asked = {}) {
  return askInterface(method, target, { ...asked, headers: { 'csp-auth-token': accessToken, ...asked.headers } })
}
