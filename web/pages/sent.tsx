import { useEffect } from 'preact/hooks';
import { Icon, Loaded, Page, useAnswer, useText, useWhen, type Answer, type PageProps } from '../kit.ts';
import { Ended } from '../parts/ended.tsx';
import { FileLink } from '../parts/file-link.tsx';
import { because } from '../texts/request.ts';
import { sentTexts } from '../texts/sent.ts';

/** Milliseconds between requests while the page waits for the number. */
const AGAIN = 1500;

/** Says only what is already true: the number exists when the machine has given it. */
export default function Sent({ params }: PageProps) {
  const t = useText();
  const id = params['id']!;
  const request = useAnswer('GET /requests/{id}', { params: { id } });
  const { value, reload } = request;
  const isWaiting = value?.state === 'submitted';
  useEffect(() => {
    const timer = isWaiting ? setTimeout(reload, AGAIN) : undefined;
    return () => clearTimeout(timer);
  }, [value]);
  const title =
    value?.state === 'turned-away' ? sentTexts.turnedAway : value && !isWaiting ? sentTexts.registered : sentTexts.sent;
  return (
    <Page title={t(title)}>
      <Loaded from={request}>{(found) => <Confirmation request={found} />}</Loaded>
    </Page>
  );
}

function Confirmation({ request }: { readonly request: Answer<'GET /requests/{id}'> }) {
  const t = useText();
  const when = useWhen();
  const { id, state, number, submittedAt, dueAt } = request;
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
            <p>{t(sentTexts.waiting)}</p>
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
