import { expect, it } from 'vitest'
import { mostOf } from './standing'

it.each([
  [['org_member', 'developer'], 'developer'],
  [['org_member', 'developer', 'org_owner'], 'org_owner'],
  [['org_member'], 'org_member'],
  [['of_another_version'], null],
  [[], null],
])('of %j, %s says most', (roles, most) => {
  expect(mostOf(roles)).toBe(most)
})
