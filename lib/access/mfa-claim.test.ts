import { expect, it } from 'vitest'
import { hasShownPasscode } from './mfa-claim'

it.each([
  [true, ['otp'], true],
  [true, ['pwd', 'otp'], true],
  [true, ['pwd'], false],
  [true, [], false],
  [true, undefined, false],
  [false, undefined, true],
  [false, ['otp'], true],
])('where MFA is needed: %j, an access token of amr %j may make API tokens: %j', (required, amr, may) => {
  expect(hasShownPasscode({ required, amr })).toBe(may)
})
