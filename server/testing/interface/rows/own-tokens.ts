import { revokeToken } from '@/lib/tokens/commands/revoke-token'
import { makeToken } from '../../exchange'
import { CALLERS, type Asked, type Rows } from '../row'
import type { Caller, World } from '../world'

/** One more token of the caller's that is theirs to lose; a place for it is made first. */
async function ownToken(_world: World, { ctx }: Caller): Promise<Asked> {
  const { tokenId } = await makeToken(ctx)
  return { params: { id: tokenId } }
}

/** A token that has been revoked is one less to count. */
async function revokedToken(world: World, caller: Caller): Promise<Asked> {
  const asked = await ownToken(world, caller)
  await revokeToken(caller.ctx, { tokenId: asked.params?.['id'] ?? '' })
  return asked
}

export const OWN_TOKEN_ROWS: Rows = {
  listOwnTokens: { ask: () => ({ query: { pageLimit: '2' } }), doors: CALLERS },
  generateToken: {
    ask: (_world, { ctx }) => ({
      json: { tokenName: 'pipeline', refreshTokenTTL: 3_600, notifyBeforeExpiry: null, allowedScopes: { organizationScopes: { roles: [{ name: 'org_member' }] } }, orgId: ctx.orgId },
    }),
    doors: CALLERS,
  },
  regenerateToken: { ask: async (world, caller) => ({ ...(await ownToken(world, caller)), json: {} }), doors: CALLERS },
  revokeToken: { ask: revokedToken, doors: CALLERS },
}

