import type { GovernorContext, OwnerContext } from '../../platform/roles'
import { prisma } from '../../platform/db'

/** Whether the organization enforces MFA for API tokens, and whom that stops. */
export type MfaPolicy = {
  enforced: boolean
  since: Date | null
  /** Active members with an API token that could be exchanged. */
  tokenUsers: number
  /** Those of them who have no active device: enforced, they cannot exchange. */
  usersWithoutDevice: number
}

type Counts = { token_users: number; without_device: number }

/** The policy of the organization shown, with the people that it concerns. As many reads as there are members, however many tokens. */
export async function findMfaPolicy(ctx: OwnerContext | GovernorContext): Promise<MfaPolicy> {
  const [organization, counts] = await Promise.all([
    prisma().organization.findUniqueOrThrow({ where: { id: ctx.orgId }, select: { mfaEnforcedAt: true } }),
    prisma().$queryRaw<Counts[]>`
      SELECT count(*)::int AS token_users, (count(*) FILTER (WHERE d.activated_at IS NULL))::int AS without_device
        FROM membership m
        LEFT JOIN mfa_device d ON d.user_id = m.user_id
       WHERE m.org_id = ${ctx.orgId}::uuid AND m.status = 'active' AND EXISTS (
              SELECT 1 FROM api_token t
               WHERE t.org_id = m.org_id AND t.user_id = m.user_id AND t.revoked_at IS NULL AND t.deactivated_at IS NULL
                 AND (t.expires_at IS NULL OR t.expires_at > now()))`,
  ])
  return {
    enforced: organization.mfaEnforcedAt !== null,
    since: organization.mfaEnforcedAt,
    tokenUsers: counts[0]?.token_users ?? 0,
    usersWithoutDevice: counts[0]?.without_device ?? 0,
  }
}
