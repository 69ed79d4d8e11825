import { enqueueMails, type UnconditionalMail } from '../../mail/commands/enqueue-mail'
import { MAX_NAMED_TOKENS } from '../../mail/mails'
import type { Tx } from '../../platform/transaction'
import { isExpired, type Decision, type LockedToken } from './locked-token'

const named = ({ id, name, last_four }: LockedToken) => ({ tokenId: id, tokenName: name, lastFour: last_four })

/** Of one token. A deactivation raises the generation and an activation follows one, so neither has the cause of another. */
function tellOfOne(decision: Decision, token: LockedToken, now: Date): UnconditionalMail {
  const told = { orgId: decision.orgId, recipientId: token.user_id }
  const decided = { ...named(token), at: now.toISOString(), by: decision.actorName }
  if (decision.kind === 'deactivate') {
    const data = { ...decided, reason: decision.reason, note: decision.note }
    return { ...told, template: 'token_deactivated', cause: `token_deactivated:${token.id}:${token.generation + 1}`, data }
  }
  const data = { ...decided, expiresAt: token.expires_at?.toISOString() ?? null, expired: isExpired(token, now) }
  return { ...told, template: 'token_activated', cause: `token_activated:${token.id}:${token.generation}`, data }
}

/** Of several tokens of one person. The first of them tells the parts of a change apart that one transaction can't hold. */
function tellOfSeveral(decision: Decision, first: LockedToken, tokens: readonly LockedToken[], now: Date): UnconditionalMail {
  const told = { orgId: decision.orgId, recipientId: first.user_id }
  const cause = `${decision.actId}:${first.user_id}:${first.id}`
  // By name, as whoever reads it looks for theirs; as they were locked they stand in no order that anybody knows.
  const byName = tokens.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const several = { count: tokens.length, tokens: byName.slice(0, MAX_NAMED_TOKENS).map(named), at: now.toISOString(), by: decision.actorName }
  if (decision.kind === 'deactivate') {
    return { ...told, template: 'tokens_deactivated', cause: `tokens_deactivated:${cause}`, data: { ...several, reason: decision.reason, note: decision.note } }
  }
  const expired = tokens.filter((token) => isExpired(token, now)).length
  return { ...told, template: 'tokens_activated', cause: `tokens_activated:${cause}`, data: { ...several, expired } }
}

/** Tells each user of their tokens, in the transaction of the change: of one in a mail of its own, of several in a digest. */
export async function announceSwitch(tx: Tx, decision: Decision, tokens: readonly LockedToken[]): Promise<void> {
  const byUser = new Map<string, LockedToken[]>()
  for (const token of tokens) byUser.set(token.user_id, [...(byUser.get(token.user_id) ?? []), token])
  const mails = [...byUser.values()].flatMap((theirs) => {
    const [first] = theirs
    if (!first) return []
    return [theirs.length === 1 ? tellOfOne(decision, first, tx.now) : tellOfSeveral(decision, first, theirs, tx.now)]
  })
  await enqueueMails(tx, mails)
}
