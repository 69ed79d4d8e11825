import { makeOwnPerson, type SampleToken } from './own-person'
import { ask } from './product'

/** A person with `roles` in an organization of their own where governance is activated, with tokens. */
export async function makeGovernor(tokens: SampleToken[], roles = ['org_owner', 'org_member']): ReturnType<typeof makeOwnPerson> {
  const person = await makeOwnPerson(tokens)
  await ask(`UPDATE organization SET iga_activated_at = now() WHERE id = $1`, [person.orgId])
  await ask(`UPDATE membership SET roles = $3 WHERE org_id = $1 AND user_id = $2`, [person.orgId, person.userId, roles])
  return { ...person, roles }
}
