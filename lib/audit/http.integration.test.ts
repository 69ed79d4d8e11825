import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeEvent } from '@/server/testing/audit-events'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import type { OrgRole } from '../identity/permissions'
import type { UserContext } from '../platform/context'
import { prisma } from '../platform/db'
import { EVENT_COLUMNS, type EventColumn } from './exported-event'
import { handleEventExport } from './http'

await createTestDatabase()

const texts = { fileName: 'Audit events', headers: Object.fromEntries(EVENT_COLUMNS.map((column) => [column, column])) as Record<EventColumn, string> }
/** More than two lots. */
const MANY = 2_345
let owner: UserContext
const ask = (query: string, user = owner) => handleEventExport(user, `http://localhost/export?${query}`, texts)
