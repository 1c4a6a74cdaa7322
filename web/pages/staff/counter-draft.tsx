import { useEffect } from 'preact/hooks';
import type { CounterScansProps } from '../../later/counter-scans.tsx';
import type { SignPanelProps } from '../../later/sign-panel.tsx';
import {
  call,
  fromBase64,
  Icon,
  isProblem,
  lazy,
  Loaded,
  Notice,
  Page,
  useAnswer,
  useText,
  type Answer,
  type PageProps,
} from '../../kit.ts';
import { FileLink } from '../../parts/file-link.tsx';
import { writeAnswer } from '../../parts/write-answer.ts';
import { counterTexts } from '../../texts/counter.ts';
import { because } from '../../texts/request.ts';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');
const CounterScans = lazy<CounterScansProps>('later/counter-scans');

/** Milliseconds between looks while the number is awaited. */
const AGAIN = 1000;

/** The visitor's application: scans, check, signature; then the number and the receipt. */
export default function CounterDraft({ params }: PageProps) {
  const t = useText();
  const id = params['id']!;
  const found = useAnswer('GET /requests/{id}', { params: { id } });
  const { value, reload } = found;
  useEffect(() => {
    const timer = value?.state === 'submitted' ? setTimeout(reload, AGAIN) : undefined;
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <Page title={t(counterTexts.check)} crumbs={[{ href: '/app/counter', text: t(counterTexts.title) }]}>
      <Loaded from={found}>
        {(request) =>
          request.state === 'draft' ? <Draft draft={request} changed={reload} /> : <Registered request={request} />
        }
      </Loaded>
    </Page>
  );
}

type Request = Answer<'GET /requests/{id}'>;

function Draft({ draft, changed }: { readonly draft: Request; readonly changed: () => void }) {
  const t = useText();
  const service = useAnswer('GET /services/{service}', { params: { service: draft.service } });
  const account = useAnswer('GET /account');
  const params = { id: draft.id };
  return (
    <>
      <Loaded from={service}>
        {({ title, fields }) => (
          <dl class="facts">
            <div>
              <dt>{t(counterTexts.service)}</dt>
              <dd>{t(title)}</dd>
            </div>
            <div>
              <dt>{t(counterTexts.visitor)}</dt>
              <dd>
                {draft.applicant.fullName}, {draft.applicant.iin}
              </dd>
            </div>
            {fields.map((spec) => (
              <div key={spec.name}>
                <dt>{t(spec.label)}</dt>
                <dd>{writeAnswer(spec, draft.form[spec.name], t)}</dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
      <CounterScans draft={draft} changed={changed} />
      {account.value && (
        <SignPanel
          title={t(counterTexts.signature)}
          verb={t(counterTexts.sign)}
          who={{ iin: account.value.iin, purpose: 'signature' }}
          fileName="application.json"
          content={async () => {
            const signable = await call('GET /requests/{id}/signable', { params });
            return isProblem(signable) ? signable : fromBase64(signable.content);
          }}
          submit={async (cms) => {
            const sent = await call('POST /requests/{id}/submission', { params, body: { cms } });
            if (isProblem(sent)) return sent;
            changed();
            return undefined;
          }}
        />
      )}
    </>
  );
}

function Registered({ request: { id, state, number, because: why } }: { readonly request: Request }) {
  const t = useText();
  if (state === 'turned-away')
    return (
      <>
        <Notice kind="error" role="alert">
          {why && t(because[why])}
        </Notice>
        <Next />
      </>
    );
  return (
    <>
      <Notice kind={number === undefined ? 'information' : 'success'} role="status">
        {number === undefined ? t(counterTexts.waiting) : t(counterTexts.registered, { number })}
      </Notice>
      {number !== undefined && (
        <p>
          <FileLink request={id} of="receipt" text={t(counterTexts.receipt)} />
        </p>
      )}
      <Next />
    </>
  );
}

function Next() {
  const t = useText();
  return (
    <p class="buttons">
      <a class="button" href="/app/counter">
        <Icon name="next" /> {t(counterTexts.next)}
      </a>
    </p>
  );
}
