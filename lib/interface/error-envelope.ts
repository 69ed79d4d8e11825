import { z } from 'zod'

/**
 * What is answered wherever something is refused. A refused exchange is an OAuth error besides.
 *
 * @see spec: api.md §1; RFC 6749 §5.2
 */
export const ERROR_ENVELOPE = z
  .strictObject({
    cspErrorCode: z.string(),
    errorCode: z.string().meta({ description: 'What programs go by' }),
    message: z.string().meta({ description: 'One English sentence for the author of a program' }),
    moduleCode: z.int(),
    requestId: z.string().meta({ description: 'Names the request in the log' }),
    statusCode: z.int(),
    error: z.string().optional().meta({ description: 'The error code of OAuth 2.0, where the exchange is refused' }),
    error_description: z.string().optional(),
  })
  .meta({ id: 'Error', description: 'Why a request was refused' })
