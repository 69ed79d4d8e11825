import Link from 'next/link'
import type { ComponentProps } from 'react'
import { listAddress, type ListPlace } from '@/lib/governance/list-address'

type PlaceLinkProps = Omit<ComponentProps<typeof Link>, 'href'> & { place: ListPlace }

/**
 * A link to another view of the list. Nothing is fetched ahead, for there are a hundred of them on a page, and the
 * reader stays where the list is.
 */
export function PlaceLink({ place, ...rest }: PlaceLinkProps) {
  return <Link prefetch={false} scroll={false} {...rest} href={listAddress(place)} />
}
