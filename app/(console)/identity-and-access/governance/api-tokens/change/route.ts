import { after } from 'next/server'
import { DomainError } from '@/lib/errors'
import { continueBulkChange } from '@/lib/governance/commands/continue-bulk-change'
import { findBulkChange } from '@/lib/governance/queries/find-bulk-change'
import { findUser } from '@/lib/platform/context'
import { requireGovernor } from '@/lib/platform/roles'

const PRIVATE = { 'cache-control': 'private, no-store' }

/** How far the change of many tokens has got, for the page that shows it. One that was cut off is taken up again, though not for HEAD. */
export async function GET({ method }: Request): Promise<Response> {
  const user = await findUser()
  if (!user) return new Response(null, { status: 401, headers: PRIVATE })
  try {
    const change = await findBulkChange(requireGovernor(user))
    if (method === 'GET' && change?.cutOff) {
      after(async () => {
        await continueBulkChange({ orgId: user.orgId, changeId: change.id })
      })
    }
    return Response.json(change, { headers: PRIVATE })
  } catch (error) {
    if (error instanceof DomainError) return new Response(null, { status: 404, headers: PRIVATE })
    throw error
  }
}
