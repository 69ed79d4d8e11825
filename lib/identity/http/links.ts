/** Under which the console replaced answered all that is about accounts. */
export const ACCOUNTS = '/csp/gateway/am/api'

/** Clients take the id from its last part, or follow it. */
export const organizationLink = (orgId: string): string => `${ACCOUNTS}/orgs/${orgId}`

/** What a person is in an organization. */
export const memberLink = (orgId: string, userId: string): string => `${ACCOUNTS}/v2/users/${userId}/orgs/${orgId}/info`

/** A name in the form of a path: clients take the id from its last part. Nothing answers there. */
export const serviceLink = (serviceId: string): string => `/csp/gateway/slc/api/definitions/external/${serviceId}`
