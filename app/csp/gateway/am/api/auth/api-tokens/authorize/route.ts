import { handleAuthorize } from '@/lib/access/http'
import { peerFrom } from '@/lib/platform/peer'

export async function POST(request: Request): Promise<Response> {
  return handleAuthorize(request, peerFrom(request.headers))
}
