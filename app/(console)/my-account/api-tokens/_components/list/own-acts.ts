import type { OwnToken } from '@/lib/tokens/own-token'
import type { Editable } from './acts-provider'
import type { Regenerable } from '../regenerate/regenerate-provider'

/** What the dialogs need to know of a token: no more of it travels to the browser as data. */
export function editableOf({ id, name, description, reminderDays, expiresAt }: OwnToken): Editable {
  return { tokenId: id, name, description: description ?? '', reminderDays: reminderDays ?? 0, expiresAt }
}

/** Null where regenerating is refused: a user would undo an owner's decision, or revive what was ended. */
export function regenerableOf({ id, name, generation, ttl, deactivated, revokedAt }: OwnToken): Regenerable | null {
  return deactivated || revokedAt ? null : { tokenId: id, name, generation, ttl }
}
