/**
 * The document's title, as a part of the page that it names. React moves it into the head in the commit that shows the
 * page, so the document is never without one.
 * @see docs/decisions/0016-a-page-carries-its-title.md
 */
export function PageTitle({ children }: { children: string }) {
  return <title>{`${children} · Tokenward`}</title>
}
