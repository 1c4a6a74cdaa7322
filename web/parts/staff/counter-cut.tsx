import { Notice, useText } from '../../kit.ts';
import { outboxTexts, unkeptTexts } from '../../texts/outbox.ts';
import type { Counter } from './use-counter.ts';

/** Without a connection: where what was typed is kept, and how the next visitor can come. */
export function CounterCut({ of: { isCut, aside, setAside } }: { readonly of: Counter }) {
  const t = useText();
  const { unkept, isKept } = aside;
  if (!isCut && !isKept && !unkept) return null;
  return (
    <>
      {unkept && (
        <Notice kind="error" role="alert">
          <p>
            {t(unkeptTexts[unkept])} <a href="/app/outbox">{t(outboxTexts.title)}</a>
          </p>
        </Notice>
      )}
      <Notice kind="warning" role="status">
        <p>
          {t(isCut ? outboxTexts.cut : outboxTexts.back)} {isKept && t(outboxTexts.kept)}
        </p>
        {isKept && (
          <p class="buttons">
            <button type="button" class="button second" onClick={() => void setAside()}>
              {t(outboxTexts.setAside)}
            </button>
          </p>
        )}
      </Notice>
    </>
  );
}
