import { PageTitle } from '@/components/ui/page-title'

type PageHeadProps = { title: string; lead?: React.ReactNode; actions?: React.ReactNode }

/** The title of a page (the document's, too), its lead sentence and its one primary act. */
export function PageHead({ title, lead, actions }: PageHeadProps) {
  return (
    <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-[1_1_24rem]">
        <PageTitle>{title}</PageTitle>
        <h1 className="wrap-anywhere">{title}</h1>
        {lead ? <p className="mt-0.5 max-w-[44rem] text-md text-pretty text-muted">{lead}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:*:flex-1">{actions}</div> : null}
    </div>
  )
}
