import { redirect } from 'next/navigation'
import { keepSetupSecret } from '@/lib/platform/setup-cookie'

/** Characters of a secret that are kept; one of ours has 43. */
const MAX_SECRET = 100

/** Where the printed link leads: it takes the secret out of the address. Opening it uses nothing up. */
export async function GET(request: Request) {
  const secret = new URL(request.url).searchParams.get('key')
  if (request.method === 'GET' && secret && secret.length <= MAX_SECRET) await keepSetupSecret(secret)
  redirect('/setup')
}
