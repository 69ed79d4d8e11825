import { EXPORT_COLUMNS, type ExportColumn } from '@/lib/governance/exported-token'
import { handleTokenExport } from '@/lib/governance/http/export-tokens'
import type { UserContext } from '@/lib/platform/context'
import { makePeer } from '@/server/testing/people'
import { report } from '../report'
import { governorOf } from './dashboard'
import type { LargeOrganization } from './organization'

/** Bytes of an export after which memory is what it will be, but for what grows with the rows. */
const WARM = 20_000_000
/** MB by which memory may move: what the collector leaves for later. */
const FLAT = 60

const texts = { fileName: 'tokens', headers: Object.fromEntries(EXPORT_COLUMNS.map((column) => [column, column])) as Record<ExportColumn, string> }
const megabytes = (bytes: number) => bytes / 1_000_000

async function measure(organization: LargeOrganization, format: string): Promise<void> {
  const user: UserContext = { ...governorOf(organization), orgName: 'Bench', request: makePeer() }
  const since = performance.now()
  const { body } = await handleTokenExport(user, `http://localhost/export?format=${format}&status=activated`, texts)
  let [bytes, warm, peak] = [0, 0, 0]
  const reader = (body ?? new ReadableStream<Uint8Array>()).getReader()
  for (let { value } = await reader.read(); value; { value } = await reader.read()) {
    bytes += value.length
    const { rss } = process.memoryUsage()
    if (warm === 0 && bytes > WARM) warm = rss
    peak = Math.max(peak, rss)
  }
  const seconds = (performance.now() - since) / 1_000
  const growth = megabytes(peak - warm)
  report(`export, ${format}: MB · seconds · MB/s`, `${megabytes(bytes).toFixed(0)} · ${seconds.toFixed(0)} · ${(megabytes(bytes) / seconds).toFixed(1)}`)
  report(`export, ${format}: resident memory grows by, MB`, growth.toFixed(0), { text: `≤ ${FLAT}`, reached: growth <= FLAT })
}

/** Whether an export's memory depends on how many tokens there are. */
export async function measureExport(organization: LargeOrganization): Promise<void> {
  await measure(organization, 'csv')
  await measure(organization, 'json')
}
