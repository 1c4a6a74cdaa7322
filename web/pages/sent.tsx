import { useEffect, useRef } from 'preact/hooks';
import { Icon, lazy, Loaded, Page, useAnswer, useText, useWhen, type Answer, type PageProps } from '../kit.ts';
import type { InvoiceProps } from '../later/invoice.tsx';
import { Ended } from '../parts/ended.tsx';
import { FileLink } from '../parts/file-link.tsx';
import { writeOrganisation } from '../parts/organisation.ts';
import { untilLook } from '../../lib/domain/request/until-look.ts';
import { organisationTexts } from '../texts/organisation.ts';
import { isUnpaid } from '../parts/is-unpaid.ts';
import { because, requestTexts } from '../texts/request.ts';
import { invoiceTexts } from '../texts/invoice.ts';
import { sentTexts } from '../texts/sent.ts';

const Invoice = lazy<InvoiceProps>('later/invoice');

/** Milliseconds between the first two requests while the page waits for the number. */
const AGAIN = 1500;

/** Says only what is already true: the number exists when the machine has given it. */
export default function Sent({ params }: PageProps) {
  const t = useText();
  const id = params['id']!;
  const request = useAnswer('GET /requests/{id}', { params: { id } });
  const { value, reload } = request;
  const looks = useRef(0);
  const isWaiting = value?.state === 'submitted' && !isUnpaid(value);
  useEffect(() => {
    const timer = isWaiting ? setTimeout(reload, untilLook(looks.current++, AGAIN)) : undefined;
    return () => clearTimeout(timer);
  }, [value]);
  const title =
    value?.state === 'turned-away'
      ? sentTexts.turnedAway
      : value && value.state !== 'submitted'
        ? sentTexts.registered
        : value && isUnpaid(value)
          ? invoiceTexts.waits
          : sentTexts.sent;
  return (
    <Page title={t(title)}>
      <Loaded from={request}>{(found) => <Confirmation request={found} reload={reload} />}</Loaded>
    </Page>
  );
}

interface ConfirmationProps {
  readonly request: Answer<'GET /requests/{id}'>;
  readonly reload: () => void;
}

function Confirmation({ request, reload }: ConfirmationProps) {
  const t = useText();
  const when = useWhen();
  const { id, state, number, submittedAt, dueAt, organisation, invoice } = request;
  return (
    <>
      <div
        role="status"
        class={state === 'turned-away' ? 'banner bad' : state === 'submitted' ? 'banner unknown' : 'banner'}
      >
        <Icon name={state === 'turned-away' ? 'cross' : state === 'submitted' ? 'clock' : 'tick'} />
        <div>
          {state === 'turned-away' ? (
            <p>{request.because && t(because[request.because])}</p>
          ) : number === undefined ? (
            <p>{t(isUnpaid(request) ? requestTexts.unpaid : sentTexts.waiting)}</p>
          ) : (
            <p>
              {t(sentTexts.number)}
              <br />
              <strong class="nowrap">{number}</strong>
            </p>
          )}
        </div>
      </div>
      <Ended service={request.service} version={request.regulationVersion} />
      {organisation && (
        <p>
          {t(organisationTexts.organisation)}: <strong>{writeOrganisation(organisation, t)}</strong>
        </p>
      )}
      {invoice && state === 'submitted' && <Invoice invoice={invoice} hasReceipt={false} reload={reload} />}
      {number !== undefined && (
        <>
          <h2>{t(sentTexts.next)}</h2>
          <ol class="steps">
            <li class="done">
              <strong>{t(sentTexts.checked)}</strong>
              {submittedAt && <p class="small">{when(submittedAt)}</p>}
            </li>
            <li class="now">
              <strong>{t(sentTexts.accepts)}</strong>
            </li>
            <li>
              <strong>
                {t(sentTexts.answer)}
                {dueAt && `: ${when(dueAt)}`}
              </strong>
              <p class="small">{t(sentTexts.letter)}</p>
            </li>
          </ol>
          <p>{t(sentTexts.close)}</p>
        </>
      )}
      <p class="buttons">
        <a class="button" href={`/app/requests/${id}`}>
          {t(sentTexts.open)}
        </a>
        {number !== undefined && (
          <FileLink request={id} of="receipt" text={t({ kk: 'Талон (PDF)', ru: 'Талон (PDF)' })} />
        )}
      </p>
    </>
  );
}
