'use client'

import { Select } from '@/components/ui/field'
import { PAGE_SIZES, type PageSize } from '@/lib/page-size'

/** How many rows a page has. Chosen, its form is sent. */
export function SizeSelect({ label, size }: { label: string; size: PageSize }) {
  return (
    <Select key={size} name="size" aria-label={label} defaultValue={size} onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()} className="w-auto! min-h-(--control-sm)! border-line-strong! py-0! max-sm:text-lg">
      {PAGE_SIZES.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </Select>
  )
}
