import { z } from 'zod'
import { HttpRefusal } from '../../interface/http/answering'
import { openEndpoint } from '../../interface/http/endpoint'
import { describeToken } from '../commands/describe-token'
import { TOKEN_DETAILS } from '../token-details'

export const describePresented = openEndpoint({
  method: 'POST',
  path: '/csp/gateway/am/api/auth/api-tokens/details',
  operation: 'describePresented',
  summary: 'What an API token is, for whoever holds its secret',
  tag: 'Exchange',
  body: z.object({ tokenValue: z.string().min(1).meta({ description: 'The API token' }) }),
  answer: TOKEN_DETAILS,
  run: async (peer, { body: { tokenValue } }) => {
    const details = await describeToken(peer, tokenValue)
    if (!details) throw new HttpRefusal(404, 'not_found', 'There is no API token of this value')
    return details
  },
})
