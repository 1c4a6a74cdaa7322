import { useText } from '../../kit.ts';
import { listTexts } from '../../texts/list.ts';
import { lineTexts } from '../../texts/queue.ts';

/** How many lines of a list are on one page. */
export const PAGE = 25;

interface Props {
  readonly all: number;
  /** 1 is the first. */
  readonly page: number;
  readonly addressOf: (page: number) => string;
  /** The cursor for lines that have not been fetched. */
  readonly next?: string | undefined;
  readonly start?: string | undefined;
}

/** Which lines these are, and links to the others. */
export function Pager({ all, page, addressOf, next, start }: Props) {
  const t = useText();
  const isLast = page * PAGE >= all;
  if (all <= PAGE && !next && !start) return null;
  return (
    <nav class="pager" aria-label={t(listTexts.pages)}>
      {all > 0 && (
        <span>{t(lineTexts.range, { first: (page - 1) * PAGE + 1, last: Math.min(page * PAGE, all), all })}</span>
      )}
      {page > 1 && <a href={addressOf(page - 1)}>{t(listTexts.before)}</a>}
      {!isLast && <a href={addressOf(page + 1)}>{t(listTexts.nextPage)}</a>}
      {start && page === 1 && <a href={start}>{t(listTexts.toStart)}</a>}
      {isLast && next && <a href={next}>{t(lineTexts.later)}</a>}
    </nav>
  );
}
