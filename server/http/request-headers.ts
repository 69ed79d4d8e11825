import type { IncomingHttpHeaders } from 'node:http'
import { isInternalHeader } from '@/lib/platform/request-rules'

/** Removes what only the server may say. Headers that are one of Next's own requests (`rsc`, `next-action`) stay. */
export function dropInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name in headers) if (isInternalHeader(name)) delete headers[name]
}

export type Said = { requestId: string; address: string; path: string; nonce: string; policy: string; publicUrl: URL }

/** Tells Next and lib/ what the server knows. Host and scheme are the configured ones, whatever a proxy made of them. */
export function sayInternalHeaders(headers: IncomingHttpHeaders, said: Said): void {
  headers['x-request-id'] = said.requestId
  headers['x-real-ip'] = said.address
  headers['x-forwarded-for'] = said.address
  headers['x-tw-path'] = said.path
  headers['x-nonce'] = said.nonce
  // Next takes the nonce for its own scripts from here.
  headers['content-security-policy'] = said.policy
  headers.host = said.publicUrl.host
  headers['x-forwarded-host'] = said.publicUrl.host
  headers['x-forwarded-proto'] = said.publicUrl.protocol.slice(0, -1)
}
