import { z } from 'zod'
import { callerEndpoint } from '../../interface/http/endpoint'
import { pageAsked, pageLinks, pageOf, pageQuery } from '../../interface/http/paged'
import { pageOfOwnOrganizations } from '../queries/organizations-of-caller'
import { ACCOUNTS, organizationLink } from './links'
import { ORGANIZATION, organizationShape } from './organization-shape'

/** Organizations of one answer: nobody belongs to as many. */
const MOST = 1_000

const LINKS = z.object({ refLinks: z.array(z.string()) })
const ITEMS = z.object({ items: z.array(ORGANIZATION) })

/** Whether it is named at all, but for a plain no. */
const FLAG = z
  .string()
  .optional()
  .transform((text) => text !== undefined && text !== '0' && text !== 'false')

export const listLoggedInOrganizations = callerEndpoint({
  method: 'GET',
  path: `${ACCOUNTS}/loggedin/user/orgs`,
  operation: 'listLoggedInOrganizations',
  summary: 'The organizations that the user belongs to',
  tag: 'User',
  query: z.object({ expand: FLAG.meta({ description: '1: the organizations themselves in place of links to them' }) }),
  answer: z.union([LINKS, ITEMS]),
  run: async (ctx, { query: { expand } }) => {
    const { rows } = await pageOfOwnOrganizations(ctx, { start: 1, limit: MOST })
    return expand ? { items: rows.map(organizationShape) } : { refLinks: rows.map(({ id }) => organizationLink(id)) }
  },
})

export const findDefaultOrganization = callerEndpoint({
  method: 'GET',
  path: `${ACCOUNTS}/loggedin/user/default-org`,
  operation: 'findDefaultOrganization',
  summary: 'A link to the organization of the access token',
  tag: 'User',
  answer: z.object({ refLink: z.string() }),
  run: async ({ orgId }) => ({ refLink: organizationLink(orgId) }),
})

const PAGES = `${ACCOUNTS}/v2/loggedin/user/orgs`

export const pageLoggedInOrganizations = callerEndpoint({
  method: 'GET',
  path: PAGES,
  operation: 'pageLoggedInOrganizations',
  summary: 'The organizations that the user belongs to, page by page',
  tag: 'User',
  query: pageQuery({ usual: 200, most: MOST }),
  answer: pageOf(ORGANIZATION),
  run: async (ctx, { query }) => {
    const asked = pageAsked(query)
    const { rows, total } = await pageOfOwnOrganizations(ctx, asked)
    return { results: rows.map(organizationShape), ...pageLinks(PAGES, asked, total), refLinks: rows.map(({ id }) => organizationLink(id)) }
  },
})
