import { callerEndpoint } from '../../interface/http/endpoint'
import { ACCOUNTS } from './links'
import { PROFILE, profileShape, USER, userShape } from './user-shape'

const PATH = `${ACCOUNTS}/loggedin/user`

export const findLoggedInUser = callerEndpoint({
  method: 'GET',
  path: PATH,
  operation: 'findLoggedInUser',
  summary: 'Whose access token this is',
  tag: 'User',
  answer: USER,
  // Who is suspended does not call.
  run: async (ctx) => userShape({ ...ctx, suspended: false }, PATH),
})

export const findLoggedInProfile = callerEndpoint({
  method: 'GET',
  path: `${PATH}/profile`,
  operation: 'findLoggedInProfile',
  summary: 'The profile of whose access token this is',
  tag: 'User',
  answer: PROFILE,
  run: async (ctx) => profileShape(ctx),
})
