import { useText } from '../../kit.ts';
import { listTexts } from '../../texts/list.ts';
import { addressOf } from './address-of.ts';

interface Props {
  readonly path: string;
  /** Of this page: its filters, and where it begins. */
  readonly query: URLSearchParams;
  /** Where the next page begins. */
  readonly next: string | undefined;
}

/** Links to the first page of a list and to the next one. The browser goes back. */
export function Pager({ path, query, next }: Props) {
  const t = useText();
  if (!next && !query.has('from')) return null;
  const at = (from: string | undefined) => {
    const other = new URLSearchParams(query);
    other.delete('from');
    if (from) other.set('from', from);
    return addressOf(path, other);
  };
  return (
    <nav class="pager" aria-label={t(listTexts.pages)}>
      {query.has('from') && <a href={at(undefined)}>{t(listTexts.toStart)}</a>}
      {next && <a href={at(next)}>{t(listTexts.nextPage)}</a>}
    </nav>
  );
}
