import { NextResponse, type NextRequest } from 'next/server'
import { env } from '@/lib/platform/env'
import { CLIENT_IP_HEADER, PATH_HEADER, REQUEST_ID_HEADER } from '@/lib/platform/peer'
import { hasRightOrigin, isInternalHeader, MAX_FORM_BYTES } from '@/lib/platform/request-rules'
import { securityHeaders } from '@/lib/platform/security-headers'

/** Bytes. Encoded, a nonce of 128 bits. */
const NONCE_BYTES = 16

function statusOf(request: NextRequest, origin: string): 403 | 413 | null {
  const { method, headers, nextUrl } = request
  const ruled = { method, path: nextUrl.pathname, origin: headers.get('origin'), contentType: headers.get('content-type'), nextAction: headers.has('next-action') }
  if (!hasRightOrigin(ruled, origin)) return 403
  return Number(headers.get('content-length') ?? 0) > MAX_FORM_BYTES ? 413 : null
}

/** What the pages are told, in place of what the client may have said. On Vercel the platform itself says who calls. */
function toldHeaders(request: NextRequest, nonce: string, requestId: string, policy: string): Headers {
  const address = request.headers.get(CLIENT_IP_HEADER)
  const told = new Headers([...request.headers].filter(([name]) => name.startsWith('x-forwarded-') || !isInternalHeader(name)))
  if (address) told.set(CLIENT_IP_HEADER, address)
  told.set(REQUEST_ID_HEADER, requestId)
  told.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  told.set('x-nonce', nonce)
  told.set('content-security-policy', policy)
  return told
}

/**
 * Does on Vercel what `server/` does where we serve ourselves: it stands before Next, and then this has nothing to do.
 * A second layer either way: every action and handler decides for itself who may do what.
 */
export function proxy(request: NextRequest): NextResponse {
  const { behindOwnServer, publicUrl } = env()
  if (behindOwnServer) return NextResponse.next()
  const { origin, protocol } = new URL(publicUrl)
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(NONCE_BYTES))).toString('base64')
  const requestId = crypto.randomUUID()
  const headers = securityHeaders({ nonce, tls: protocol === 'https:', dev: false })
  const status = statusOf(request, origin)
  const told = toldHeaders(request, nonce, requestId, headers['content-security-policy'] ?? '')
  const response = status ? new NextResponse(null, { status }) : NextResponse.next({ request: { headers: told } })
  for (const [name, value] of Object.entries({ ...headers, [REQUEST_ID_HEADER]: requestId })) response.headers.set(name, value)
  return response
}

export const config = { matcher: '/((?!_next/static/).*)' }
