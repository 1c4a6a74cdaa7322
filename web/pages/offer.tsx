import type { SignPanelProps } from '../later/sign-panel.tsx';
import { useEffect, useState } from 'preact/hooks';
import { writeDay } from '../../lib/domain/language/dates.ts';
import {
  type Answer,
  call,
  fromBase64,
  goTo,
  isProblem,
  lazy,
  Loaded,
  Page,
  type PageProps,
  useAnswer,
  useText,
  useWhen,
} from '../kit.ts';
import { offerTexts } from '../texts/offer.ts';
import { requestTexts } from '../texts/request.ts';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');

type Request = Answer<'GET /requests/{id}'>;
type Reply = 'accepted' | 'declined';

export default function Offer({ params }: PageProps) {
  const t = useText();
  const id = params['id']!;
  const request = useAnswer('GET /requests/{id}', { params: { id } });
  return (
    <Page title={t(offerTexts.title)} crumbs={[{ href: '/app/requests', text: t(requestTexts.mine) }]}>
      <Loaded from={request}>
        {(found) =>
          found.offer ? (
            <Answering request={found} offer={found.offer} />
          ) : (
            <>
              <p>{t(offerTexts.lapsed)}</p>
              <a class="button" href={`/app/requests/${id}`}>
                {t(offerTexts.back)}
              </a>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Answering({ request, offer }: { readonly request: Request; readonly offer: NonNullable<Request['offer']> }) {
  const t = useText();
  const when = useWhen();
  const [answer, setAnswer] = useState<Reply>();
  const params = { id: request.id, offer: offer.id };
  const replies = [
    ['accepted', offerTexts.accept, offerTexts.acceptHint],
    ['declined', offerTexts.decline, offerTexts.declineHint],
  ] as const;
  const content = async () => {
    const signable = await call('GET /requests/{id}/offers/{offer}/signable', { params, query: { answer: answer! } });
    return isProblem(signable) ? signable : fromBase64(signable.content);
  };
  const submit = async (cms: string) => {
    const sent = await call('POST /requests/{id}/offers/{offer}/answer', { params, body: { answer: answer!, cms } });
    if (isProblem(sent)) return sent;
    goTo(`/app/requests/${request.id}`, { replace: true });
    return undefined;
  };
  return (
    <>
      <section class="card clock">
        <p class="small">{t(offerTexts.left)}</p>
        <p class="time">{when(offer.dueAt)}</p>
      </section>
      <dl class="facts">
        <div>
          <dt>{t(offerTexts.organisation)}</dt>
          <dd>{offer.organisation}</dd>
        </div>
        <div>
          <dt>{t(offerTexts.from)}</dt>
          <dd>{writeDay(offer.keptFrom, t.language)}</dd>
        </div>
      </dl>
      <fieldset class="field">
        <legend>{t(offerTexts.yours)}</legend>
        {replies.map(([value, text, hint]) => (
          <label key={value} class="choice">
            <input type="radio" name="answer" checked={answer === value} onChange={() => setAnswer(value)} />
            <span>
              {t(text)}
              <small>{t(hint)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {answer && (
        <>
          <Words key={answer} params={params} answer={answer} />
          <SignPanel
            key={`sign-${answer}`}
            title={t(answer === 'accepted' ? offerTexts.signAccept : offerTexts.signDecline)}
            verb={t(answer === 'accepted' ? offerTexts.signAccept : offerTexts.signDecline)}
            who={{ iin: request.applicant.iin, purpose: 'signature' }}
            fileName="answer.json"
            content={content}
            submit={submit}
          />
        </>
      )}
      <p class="small">{t(offerTexts.silence)}</p>
    </>
  );
}

/** What is signed says the same in both languages. */
function Words({ params, answer }: { readonly params: { id: string; offer: string }; readonly answer: Reply }) {
  const [words, setWords] = useState<{ readonly kk: string; readonly ru: string }>();
  useEffect(() => {
    void call('GET /requests/{id}/offers/{offer}/signable', { params, query: { answer } }).then((signable) => {
      if (isProblem(signable)) return;
      const said = JSON.parse(new TextDecoder().decode(fromBase64(signable.content))) as {
        statement: { kk: string; ru: string };
      };
      setWords(said.statement);
    });
  }, []);
  if (!words) return null;
  return (
    <div class="both">
      <section lang="kk">
        <p class="name">Қазақша</p>
        <h2>{offerTexts.text.kk}</h2>
        <p>{words.kk}</p>
      </section>
      <section lang="ru">
        <p class="name">Русский</p>
        <h2>{offerTexts.text.ru}</h2>
        <p>{words.ru}</p>
      </section>
    </div>
  );
}
