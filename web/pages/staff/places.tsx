import { useState } from 'preact/hooks';
import { lazy, Loaded, Notice, useAnswer, useText, useWhen, type Answer, type PageProps } from '../../kit.ts';
import { writeShortDay } from '../../../lib/domain/language/dates.ts';
import type { OfferPlaceProps } from '../../later/offer-place.tsx';
import type { ProposalProps } from '../../later/proposal.tsx';
import { AtPlace } from '../../parts/staff/at-place.tsx';
import { Desk } from '../../parts/staff/desk.tsx';
import { listTexts } from '../../texts/list.ts';
import { placesTexts } from '../../texts/places.ts';

const OfferPlace = lazy<OfferPlaceProps>('later/offer-place');
const Proposal = lazy<ProposalProps>('later/proposal');

/** Who waits for a place at the office, the earliest submission first. */
export default function Places({ query }: PageProps) {
  const t = useText();
  const from = query.get('from') ?? undefined;
  const at = query.get('at') ?? undefined;
  const found = useAnswer('GET /queue', { query: { limit: 50, ...(from && { from }), ...(at && { at }) } });
  const when = useWhen();
  const [told, setTold] = useState<Told>();
  const [open, setOpen] = useState<string>();
  return (
    <Desk title={t(placesTexts.title)}>
      {told && (
        <Notice kind="success" role="status">
          {t(placesTexts[told])}
        </Notice>
      )}
      <Loaded from={found}>
        {({ service, queue, of = 0, asOf, next }) => (
          <>
            {of > 0 && asOf && <p class="small">{t(placesTexts.waiting, { n: of, when: when(asOf) })}</p>}
            {of > queue.length && <AtPlace of={of} />}
            {queue.length === 0 && (
              <p class="nothing">{t(placesTexts[service === undefined ? 'none' : of > 0 ? 'beyond' : 'empty'])}</p>
            )}
            {queue.length > 0 && (
              <ol class="rows">
                {queue.map((line) => (
                  <Line
                    key={line.id}
                    line={line}
                    isOpen={open === line.id}
                    open={(id) => {
                      setTold(undefined);
                      setOpen(id);
                    }}
                    done={(what) => {
                      setTold(what);
                      setOpen(undefined);
                      found.reload();
                    }}
                  />
                ))}
              </ol>
            )}
            {(from || at || next) && (
              <nav class="pager" aria-label={t(listTexts.pages)}>
                {(from || at) && <a href="/app/places">{t(listTexts.toStart)}</a>}
                {next && <a href={`/app/places?from=${encodeURIComponent(next)}`}>{t(listTexts.nextPage)}</a>}
              </nav>
            )}
          </>
        )}
      </Loaded>
    </Desk>
  );
}

type Told = 'sent' | 'proposed' | 'approved' | 'declined';
type Waiting = Answer<'GET /queue'>['queue'][number];

interface LineProps {
  readonly line: Waiting;
  /** Only one form is open at a time. */
  readonly isOpen: boolean;
  readonly open: (id: string | undefined) => void;
  readonly done: (what: Told) => void;
}

function Line({ line, isOpen, open, done }: LineProps) {
  const t = useText();
  const when = useWhen();
  const { position, number, child, submittedAt, offer, proposal } = line;
  return (
    <li>
      <h2 class="line">
        {position}. {number}
      </h2>
      {child && (
        <p>
          <strong>{child.fullName}</strong>
          <br />
          {t(placesTexts.child, { iin: child.iin, day: writeShortDay(child.birthDate) })}
        </p>
      )}
      <p class="small">{t(placesTexts.since, { when: when(submittedAt) })}</p>
      {offer && <p>{t(placesTexts.offered, { organisation: offer.organisation, when: when(offer.dueAt) })}</p>}
      {proposal && <Proposal id={line.id} proposal={proposal} done={done} />}
      {!offer && !proposal && !isOpen && (
        <button type="button" class="button second" onClick={() => open(line.id)}>
          {t(placesTexts.offer)}
          <span class="unseen"> {number}</span>
        </button>
      )}
      {!offer && !proposal && isOpen && <OfferPlace line={line} done={done} cancel={() => open(undefined)} />}
    </li>
  );
}
