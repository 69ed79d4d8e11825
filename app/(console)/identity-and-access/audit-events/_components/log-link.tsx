import Link from 'next/link'
import type { ComponentProps } from 'react'
import { logAddress, type LogPlace } from '@/lib/audit/log-address'

type LogLinkProps = Omit<ComponentProps<typeof Link>, 'href'> & { place: LogPlace }

/** A link to another view of the log. Nothing is fetched ahead, for there are a hundred of them on a page, and the reader stays where the list is. */
export function LogLink({ place, ...rest }: LogLinkProps) {
  return <Link prefetch={false} scroll={false} {...rest} href={logAddress(place)} />
}
