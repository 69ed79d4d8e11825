import { handleLoggedInUser } from '@/lib/access/http'
import { peerFrom } from '@/lib/platform/peer'

export async function GET(request: Request): Promise<Response> {
  return handleLoggedInUser(request, peerFrom(request.headers))
}
