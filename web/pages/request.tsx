import {
  actions,
  Icon,
  lazy,
  Loaded,
  Notice,
  Page,
  useAnswer,
  useText,
  useWhen,
  type Answer,
  type PageProps,
} from '../kit.ts';
import { Ended } from '../parts/ended.tsx';
import type { AppealProps } from '../later/appeal.tsx';
import { Clock } from '../parts/clock.tsx';
import type { DiagramProps } from '../later/diagram.tsx';
import { FileLink } from '../parts/file-link.tsx';
import type { HistoryProps } from '../later/history.tsx';
import type { QueuePlaceProps } from '../later/queue-place.tsx';
import { Representative } from '../parts/representative.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { Tracker } from '../parts/tracker.tsx';
import type { RequestFilesProps } from '../later/request-files.tsx';
import type { WhoLookedProps } from '../later/who-looked.tsx';
import type { RequestNoticesProps } from '../later/request-notices.tsx';
import type { SignatureReportProps } from '../later/signature-report.tsx';
import { recipients } from '../../lib/domain/output/recipient-words.ts';
import { stepTexts } from '../texts/apply.ts';
import { next, requestTexts } from '../texts/request.ts';

type Request = Answer<'GET /requests/{id}'>;

const Appeal = lazy<AppealProps>('later/appeal');
const History = lazy<HistoryProps>('later/history');
const QueuePlace = lazy<QueuePlaceProps>('later/queue-place');
const SignatureReport = lazy<SignatureReportProps>('later/signature-report');
const Notices = lazy<RequestNoticesProps>('later/request-notices');
const WhoLooked = lazy<WhoLookedProps>('later/who-looked');
const Files = lazy<RequestFilesProps>('later/request-files');
const Diagram = lazy<DiagramProps>('later/diagram');

export default function RequestPage({ params }: PageProps) {
  const t = useText();
  const found = useAnswer('GET /requests/{id}', { params: { id: params['id']! } });
  const crumbs = [{ href: '/app/requests', text: t(requestTexts.mine) }];
  if (!found.value)
    return (
      <Page title={t(stepTexts.form)} crumbs={crumbs}>
        <Loaded from={found}>{() => null}</Loaded>
      </Page>
    );
  return <Whole request={found.value} crumbs={crumbs} changed={found.reload} />;
}

interface WholeProps {
  readonly request: Request;
  readonly crumbs: readonly { readonly href: string; readonly text: string }[];
  readonly changed: () => void;
}

function Whole({ request, crumbs, changed }: WholeProps) {
  const t = useText();
  const when = useWhen();
  const { value: service } = useAnswer('GET /services/{service}', {
    params: { service: request.service },
    query: { version: request.regulationVersion },
  });
  const { id, number, state, offer, history } = request;
  const appeal = <Appeal request={request} changed={changed} />;
  return (
    <Page
      title={t(service?.form ?? stepTexts.form)}
      crumbs={crumbs}
      lead={
        <p class="meta">
          {number !== undefined && <strong class="nowrap">{t(requestTexts.number, { number })}</strong>}
          <StateTag of={request} />
        </p>
      }
      aside={
        <>
          <Clock request={request} />
          <Document request={request} />
          <Files request={request} />
        </>
      }
    >
      {service && <Ended decree={service.decree} />}
      {state === 'draft' && (
        <p class="buttons">
          <a class="button" href={`/app/requests/${id}/form`}>
            {t(requestTexts.goOn)}
          </a>
        </p>
      )}
      {request.appeal && appeal}
      {offer && (
        <Notice kind="warning">
          <p>{t(requestTexts.offered, { when: when(offer.dueAt) })}</p>
          <a href={`/app/requests/${id}/offer`}>{t(requestTexts.answer)}</a>
        </Notice>
      )}
      <Representative of={request} />
      <Tracker request={request} />
      {state in next && (
        <section>
          <h2>{t(requestTexts.where)}</h2>
          <Where request={request} offices={service?.offices ?? []} />
          <p>{t(next[state as keyof typeof next])}</p>
        </section>
      )}
      {(state === 'queued' || state === 'left') && <QueuePlace id={id} isWaiting={state === 'queued'} left={changed} />}
      {!request.appeal && state !== 'draft' && appeal}
      <section>
        <h2>{t(requestTexts.history)}</h2>
        <History history={history} />
        {history.some(({ code }) => code === 'submitted' || code === 'signature-refused') && (
          <SignatureReport request={id} />
        )}
        <WhoLooked request={id} />
        <Diagram summary={t(requestTexts.diagram)} route="GET /requests/{id}/diagram.svg" params={{ id }} />
      </section>
      <Notices key={history.length} request={request} />
      <p class="print-hide">
        <button type="button" class="link" onClick={() => print()}>
          <Icon name="print" /> {t(actions.print)}
        </button>
      </p>
    </Page>
  );
}

interface WhereProps {
  readonly request: Request;
  readonly offices: readonly { readonly code: string; readonly name: string }[];
}

function Where({ request: { office, service }, offices }: WhereProps) {
  const { value } = useAnswer('GET /offices', { query: { service, limit: 100 } });
  const place = value?.offices.find(({ code }) => code === office);
  return (
    <>
      <p lang="ru">{place?.name ?? offices.find(({ code }) => code === office)?.name ?? office}</p>
      {place && (place.phones.length > 0 || place.address) && (
        <p class="small" lang="ru">
          {[...place.phones, place.address].filter(Boolean).join(' · ')}
        </p>
      )}
    </>
  );
}

function Document({ request: { id, output, earlier = [] } }: { readonly request: Request }) {
  const t = useText();
  const when = useWhen();
  if (!output)
    return (
      <section class="card">
        <h2>{t(requestTexts.document)}</h2>
        <p>{t(requestTexts.notReady)}</p>
      </section>
    );
  const { kind, number, issuedAt, signedBy, handedOver } = output;
  const title = { certificate: requestTexts.ready, interim: requestTexts.interim, refusal: requestTexts.refusal }[kind];
  return (
    <section class="card">
      <h2>{t(title)}</h2>
      <p class="small">
        {number}
        <br />
        {when(issuedAt)}
      </p>
      <p class="small">
        {t(requestTexts.signedBy, {
          name: signedBy.name,
          position: t(signedBy.position),
        })}
      </p>
      {handedOver && (
        <p class="small">
          {t(requestTexts.handedOver, {
            when: when(handedOver.at),
            to: handedOver.name ?? t(recipients[handedOver.to]),
            document: t(handedOver.document),
          })}
        </p>
      )}
      <p>
        <FileLink request={id} of="document" text={t(requestTexts.pdf)} />
      </p>
      <p>
        <FileLink request={id} of="signature" text={t(requestTexts.signature)} />
      </p>
      <p>
        <a href={`/app/verify?number=${encodeURIComponent(number)}&request=${id}`}>{t(requestTexts.genuine)}</a>
      </p>
      {earlier.map((each) => (
        <p key={each.output.number} class="small">
          {t(requestTexts.interim)}:{' '}
          <a href={`/app/verify?number=${encodeURIComponent(each.output.number)}`}>{each.output.number}</a>
        </p>
      ))}
    </section>
  );
}
