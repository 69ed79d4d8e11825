import { after } from 'next/server'
import { DomainError } from '@/lib/errors'
import { continueValidation } from '@/lib/governance/commands/continue-validation'
import { findLatestRun } from '@/lib/governance/queries/find-latest-run'
import { findUser } from '@/lib/platform/context'
import { requireGovernor } from '@/lib/platform/roles'

const PRIVATE = { 'cache-control': 'private, no-store' }

/** How far the organization's validation is, for the page that shows it. One that was cut off is gone on with, though not for HEAD. */
export async function GET({ method }: Request): Promise<Response> {
  const user = await findUser()
  if (!user) return new Response(null, { status: 401, headers: PRIVATE })
  try {
    const { open } = await findLatestRun(requireGovernor(user))
    if (method === 'GET' && open && !open.seenRecently) {
      after(async () => {
        await continueValidation({ orgId: user.orgId, runId: open.id })
      })
    }
    return Response.json({ open: open && { id: open.id, scanned: open.scanned, total: open.total } }, { headers: PRIVATE })
  } catch (error) {
    if (error instanceof DomainError) return new Response(null, { status: 404, headers: PRIVATE })
    throw error
  }
}
