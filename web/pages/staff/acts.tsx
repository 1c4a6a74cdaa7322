import { useState } from 'preact/hooks';
import { unusualWords } from '../../../lib/domain/journal/unusual-words.ts';
import { call, lazy, Loaded, useAnswer, useSession, useText, useWhen, type PageProps } from '../../kit.ts';
import type { ActsFiltersProps } from '../../later/acts-filters.tsx';
import type { ProposalOfProps } from '../../later/proposal-of.tsx';
import { periodOf } from '../../parts/days.ts';
import { Pages } from '../../parts/pages.tsx';
import { Desk } from '../../parts/staff/desk.tsx';
import { actsTexts } from '../../texts/acts.ts';
import { placesTexts } from '../../texts/places.ts';

const ActsFilters = lazy<ActsFiltersProps>('later/acts-filters');
const kinds = Object.keys(unusualWords) as (keyof typeof unusualWords)[];
const ProposalOf = lazy<ProposalOfProps>('later/proposal-of');

/** What employees did for somebody else or past others; heads approve here what is past others. */
export default function Acts({ query }: PageProps) {
  const t = useText();
  const when = useWhen();
  const kind = kinds.find((each) => each === query.get('kind'));
  const asked = {
    ...(kind && { kind }),
    ...periodOf(query.get('since') ?? undefined, query.get('until') ?? undefined),
  };
  const found = useAnswer('GET /acts', { query: asked });
  const [open, setOpen] = useState<string>();
  const decides = useSession()?.role === 'mio-head';
  const load = (from: string) => call('GET /acts', { query: { ...asked, from } });
  return (
    <Desk title={t(actsTexts.title)}>
      <p>{t(actsTexts.intro)}</p>
      <ActsFilters key={query.toString()} query={query} />
      <Loaded from={found}>
        {(first) => (
          <Pages first={first} load={load}>
            {(pages) => {
              const acts = pages.flatMap((page) => page.acts);
              if (acts.length === 0)
                return <p class="nothing">{t(query.size > 0 ? actsTexts.noneHere : actsTexts.none)}</p>;
              return (
                <ol class="rows">
                  {acts.map(({ at, text, name, roleText, proposedBy, request = '', unusual }, index) => (
                    <li key={`${at}${index}`}>
                      <strong>{t(text)}</strong>: {[name, roleText && t(roleText)].filter(Boolean).join(', ')}
                      <p class="small">
                        <time dateTime={at}>{when(at)}</time> · {request}
                        {proposedBy !== undefined && <> · {t(actsTexts.proposedBy, { name: proposedBy })}</>}
                      </p>
                      {unusual === 'proposed' && decides && open !== request && (
                        <button type="button" class="button second" onClick={() => setOpen(request)}>
                          {t(placesTexts.look)}
                        </button>
                      )}
                      {unusual === 'proposed' && open === request && <ProposalOf id={request} />}
                    </li>
                  ))}
                </ol>
              );
            }}
          </Pages>
        )}
      </Loaded>
    </Desk>
  );
}
