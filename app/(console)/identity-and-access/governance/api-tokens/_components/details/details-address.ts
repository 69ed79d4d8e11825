import { listAddress, type ListPlace } from '@/lib/governance/list-address'

/** The address that shows a token's details over the list as it is. */
export function detailsAddress(place: ListPlace, tokenId: string): string {
  return listAddress({ ...place, details: tokenId })
}

/** The id of the link in a token's row: the focus returns there when its details are left. */
export function rowId(tokenId: string): string {
  return `token-${tokenId}`
}
