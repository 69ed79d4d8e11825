import * as own from './own-person'

/** A person with `roles` in an organization of their own where governance is activated, with tokens. */
export function makeGovernor(...wanted: Parameters<typeof own.makeGovernor>): Promise<own.OwnPerson> {
  return own.makeGovernor(...wanted)
}
