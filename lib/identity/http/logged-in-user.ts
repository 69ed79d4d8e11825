import { usernameOf } from '../../access/access-token'
import { callerEndpoint } from '../../interface/http/endpoint'
import { USER } from './user-shape'

const PATH = '/csp/gateway/am/api/loggedin/user'

export const findLoggedInUser = callerEndpoint({
  method: 'GET',
  path: PATH,
  operation: 'findLoggedInUser',
  summary: 'Whose access token this is',
  tag: 'User',
  answer: USER,
  run: async ({ userId, email, emailVerified, firstName, lastName, orgId, locale }) => ({
    userId,
    username: usernameOf({ email }),
    acct: email,
    email,
    emailVerified,
    firstName,
    lastName,
    state: 'ACTIVE' as const,
    refLink: PATH,
    userProfile: { defaultOrgId: orgId, isFederated: false, language: locale, locale },
  }),
})
