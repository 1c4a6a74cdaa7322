import { call, lazy, Loaded, useAnswer, useSession, useText, useWhen, type Answer, type PageProps } from '../kit.ts';
import { Clock } from '../parts/clock.tsx';
import { IssuedDocument } from '../parts/issued-document.tsx';
import { Fold } from '../parts/fold.tsx';
import { Kept } from '../parts/kept.tsx';
import { OfficeOf } from '../parts/office-of.tsx';
import { Pages } from '../parts/pages.tsx';
import { Representative } from '../parts/representative.tsx';
import { Application } from '../parts/staff/application.tsx';
import { Desk } from '../parts/staff/desk.tsx';
import { journalAt, JournalLines } from '../parts/staff/journal-lines.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { deskTexts } from '../texts/desk.ts';
import { journalTexts } from '../texts/journal.ts';
import { searchTexts } from '../texts/search.ts';
import { channelNames } from '../texts/words.ts';
import RequestFiles from './request-files.tsx';
import SignatureReport from './signature-report.tsx';
import WhatHappened from './what-happened.tsx';
import type { WithdrawalProps } from './withdrawal.tsx';

const Withdrawal = lazy<WithdrawalProps>('later/withdrawal');

type Request = Answer<'GET /requests/{id}'>;

/** Everything that may be read of a request that was found. Nothing can be changed here, but whoever filed it for a visitor may withdraw it. */
export default function RequestDesk({ params }: PageProps) {
  const t = useText();
  const found = useAnswer('GET /requests/{id}', { params: { id: params['id']! } });
  const crumbs = [{ href: '/app/search', text: t(searchTexts.title) }];
  if (!found.value)
    return (
      <Desk title={t(deskTexts.application)} crumbs={crumbs}>
        <Loaded from={found}>{() => null}</Loaded>
      </Desk>
    );
  return <Whole request={found.value} crumbs={crumbs} changed={found.reload} />;
}

interface Props {
  readonly request: Request;
  readonly crumbs: readonly { readonly href: string; readonly text: string }[];
  readonly changed: () => void;
}

function Whole({ request, crumbs, changed }: Props) {
  const t = useText();
  const role = useSession()?.role;
  const { id, number, channel, service, history, state } = request;
  const card = useAnswer('GET /services/{service}', {
    params: { service },
    query: { version: request.regulationVersion },
  });
  const isOpen = request.number !== undefined && (request.closedAt === undefined || state === 'queued');
  return (
    <Desk
      title={number ?? t(deskTexts.application)}
      crumbs={crumbs}
      facts={
        <>
          <StateTag of={request} /> {card.value && t(card.value.title)} ·{' '}
          {t(channelNames[channel as keyof typeof channelNames])}
          <div class="small">{t(request.withdrawal ? searchTexts.looked : searchTexts.only)}</div>
        </>
      }
      acts={
        role !== 'auditor' &&
        isOpen && (
          <a class="button second" href={`/app/work/${id}`}>
            {t(searchTexts.toWork)}
          </a>
        )
      }
    >
      <div class="halves">
        <div>
          <Loaded from={card}>{(of) => <Application request={request} service={of} />}</Loaded>
          <Representative of={request} />
          {(request.withdrawal || state === 'taken-back') && <Withdrawal request={request} changed={changed} />}
          <section>
            <WhatHappened request={request} />
            {history.some(({ code }) => code === 'submitted' || code === 'signature-refused') && (
              <SignatureReport request={id} />
            )}
          </section>
        </div>
        <div>
          <Clock request={request} />
          <Terms request={request} />
          {state !== 'taken-back' && <IssuedDocument request={request} />}
          <RequestFiles request={request} />
          <Kept kept={request.kept} />
        </div>
      </div>
      {role === 'auditor' && <Journal request={id} />}
    </Desk>
  );
}

/** Who decides, and when what happened. */
function Terms({ request }: { readonly request: Request }) {
  const t = useText();
  const when = useWhen();
  const { receivedAt, dueAt, closedAt, state } = request;
  const times = [
    [searchTexts.received, receivedAt],
    [searchTexts.term, dueAt],
    [searchTexts.ended, state === 'queued' ? undefined : closedAt],
  ] as const;
  return (
    <section class="card">
      <h2>{t(searchTexts.office)}</h2>
      <OfficeOf request={request} offices={[]} />
      <dl class="lines">
        {times.map(
          ([label, at]) =>
            at !== undefined && (
              <div key={t(label)}>
                <dt>{t(label)}</dt>
                <dd>{when(at)}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

/** Who looked at the request; asked for when somebody opens it. */
function Journal({ request }: { readonly request: string }) {
  const t = useText();
  return (
    <Fold summary={t(searchTexts.journal)}>
      <Entries request={request} />
    </Fold>
  );
}

function Entries({ request }: { readonly request: string }) {
  const t = useText();
  const found = useAnswer('GET /journal', { query: { request } });
  return (
    <>
      <p>
        <a href={journalAt({ request })}>{t(searchTexts.wholeJournal)}</a>
      </p>
      <Loaded from={found}>
        {(first) => (
          <Pages first={first} load={(from) => call('GET /journal', { query: { request, from } })}>
            {(pages) => {
              const entries = pages.flatMap((page) => page.entries);
              return entries.length === 0 ? (
                <p class="nothing">{t(journalTexts.none)}</p>
              ) : (
                <JournalLines entries={entries} of={request} />
              );
            }}
          </Pages>
        )}
      </Loaded>
    </>
  );
}
