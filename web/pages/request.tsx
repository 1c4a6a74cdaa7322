import { lazy, Loaded, Notice, Page, useAnswer, useText, useWhen, type Answer, type PageProps } from '../kit.ts';
import { Ended } from '../parts/ended.tsx';
import type { AppealProps } from '../later/appeal.tsx';
import { Clock } from '../parts/clock.tsx';
import { IssuedDocument } from '../parts/issued-document.tsx';
import { OfficeOf } from '../parts/office-of.tsx';
import type { InvoiceProps } from '../later/invoice.tsx';
import { writeOrganisation } from '../parts/organisation.ts';
import { Representative } from '../parts/representative.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { Tracker } from '../parts/tracker.tsx';
import type { RequestFilesProps } from '../later/request-files.tsx';
import type { RequestRestProps } from '../later/request-rest.tsx';
import { stepTexts } from '../texts/apply.ts';
import { organisationTexts } from '../texts/organisation.ts';
import { filedAt } from '../texts/requests.ts';
import { isUnpaid } from '../parts/is-unpaid.ts';
import { next, requestTexts } from '../texts/request.ts';

type Request = Answer<'GET /requests/{id}'>;

const Appeal = lazy<AppealProps>('later/appeal');
const Invoice = lazy<InvoiceProps>('later/invoice');
const Files = lazy<RequestFilesProps>('later/request-files');
const Rest = lazy<RequestRestProps>('later/request-rest');

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
  const { id, number, state, offer, invoice } = request;
  return (
    <Page
      title={t(service?.form ?? stepTexts.form)}
      crumbs={crumbs}
      lead={
        <p class="meta">
          {number !== undefined && <strong class="nowrap">{t(requestTexts.number, { number })}</strong>}
          <StateTag of={request} />
          {request.channel in filedAt && <span>{t(filedAt[request.channel as keyof typeof filedAt])}</span>}
        </p>
      }
      aside={
        <>
          <Clock request={request} />
          {state !== 'taken-back' && <IssuedDocument request={request} />}
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
      {request.appeal && <Appeal request={request} changed={changed} />}
      {offer && (
        <Notice kind="warning">
          <p>{t(requestTexts.offered, { when: when(offer.dueAt) })}</p>
          <a href={`/app/requests/${id}/offer`}>{t(requestTexts.answer)}</a>
        </Notice>
      )}
      {request.organisation && (
        <p>
          {t(organisationTexts.organisation)}: <strong>{writeOrganisation(request.organisation, t)}</strong>
        </p>
      )}
      <Representative of={request} />
      {invoice && <Invoice invoice={invoice} hasReceipt={number !== undefined} reload={changed} />}
      <Tracker request={request} />
      {state in next && (
        <section>
          <h2>{t(requestTexts.where)}</h2>
          <OfficeOf request={request} offices={service?.offices ?? []} />
          <p>{t(isUnpaid(request) ? requestTexts.unpaid : next[state as keyof typeof next])}</p>
        </section>
      )}
      <Rest request={request} changed={changed} />
    </Page>
  );
}
