import { newId } from '../platform/ids'
import type { Peer } from '../platform/peer'
import type { Tx } from '../platform/transaction'
import type { AuditEntry, InstallationEventType } from './events'

type EventEntry = Omit<AuditEntry, 'orgId' | 'tokenId'>
type InstallationEntry = Omit<EventEntry, 'type'> & { type: AuditEntry['type'] | InstallationEventType }
type PersonalEntry = Omit<EventEntry, 'actorUserId'>
/** Who did it to their own account. */
type Person = { userId: string; organizations: { id: string }[]; request: Peer }

function row(tx: Tx, peer: Peer, entry: InstallationEntry) {
  return {
    id: newId(),
    at: tx.now,
    type: entry.type,
    actorUserId: entry.actorUserId,
    ip: peer.ip,
    userAgent: peer.userAgent,
    requestId: peer.requestId,
    result: entry.cause === undefined ? 'success' : 'failure',
    cause: entry.cause ?? null,
    details: entry.details ?? {},
  }
}

/** Records what happened in an organization, in the transaction of what happened. */
export async function recordAuditEvent(tx: Tx, peer: Peer, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: { ...row(tx, peer, entry), orgId: entry.orgId, tokenId: entry.tokenId ?? null },
    select: { id: true },
  })
}

/** Records several things that happened at once, in the transaction of what happened. */
export async function recordAuditEvents(tx: Tx, peer: Peer, entries: AuditEntry[]): Promise<void> {
  await tx.auditEvent.createMany({
    data: entries.map((entry) => ({ ...row(tx, peer, entry), orgId: entry.orgId, tokenId: entry.tokenId ?? null })),
  })
}

/** Records what a person does to their own account: in each of their organizations, since it counts in all of them. */
export async function recordPersonalEvent(tx: Tx, person: Person, entry: PersonalEntry): Promise<void> {
  for (const { id: orgId } of person.organizations) {
    await recordAuditEvent(tx, person.request, { ...entry, orgId, actorUserId: person.userId })
  }
}

/** Records what belongs to no organization, such as a sign-in with an unknown address. */
export async function recordInstallationEvent(tx: Tx, peer: Peer, entry: InstallationEntry): Promise<void> {
  await tx.installationEvent.create({ data: row(tx, peer, entry), select: { id: true } })
}
