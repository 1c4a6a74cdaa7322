import type { SignPanelProps } from '../later/sign-panel.tsx';
import { useState } from 'preact/hooks';
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
  useSession,
  useText,
  useWhen,
} from '../kit.ts';
import { Ended } from '../parts/ended.tsx';
import { SignedWords } from '../parts/signed-words.tsx';
import { filedTexts } from '../texts/counter.ts';
import { offerTexts } from '../texts/offer.ts';
import { requestTexts } from '../texts/request.ts';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');

type Request = Answer<'GET /requests/{id}'>;
type Reply = 'accepted' | 'declined';

export default function Offer({ params }: PageProps) {
  const t = useText();
  const id = params['id']!;
  const request = useAnswer('GET /requests/{id}', { params: { id } });
  const account = useAnswer('GET /account');
  const back = useWayBack(id);
  return (
    <Page title={t(offerTexts.title)} crumbs={[back.crumb]}>
      <Loaded from={request}>
        {(found) =>
          found.offer ? (
            <Loaded from={account}>
              {({ iin }) => <Answering request={found} offer={found.offer!} signer={iin} answered={back.href} />}
            </Loaded>
          ) : (
            <>
              <p>{t(offerTexts.lapsed)}</p>
              <a class="button" href={back.href}>
                {t(offerTexts.back)}
              </a>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/**
 * A citizen answers from the request's page; an employee of the place that filed the request answers from the list of
 * filed requests.
 */
function useWayBack(id: string) {
  const t = useText();
  return useSession()?.role === 'applicant'
    ? { href: `/app/requests/${id}`, crumb: { href: '/app/requests', text: t(requestTexts.mine) } }
    : { href: '/app/filed', crumb: { href: '/app/filed', text: t(filedTexts.filed) } };
}

interface AnsweringProps {
  readonly request: Request;
  readonly offer: NonNullable<Request['offer']>;
  /** IIN of the person who signs the answer: the applicant, or the employee for them. */
  readonly signer: string;
  /** The next page. */
  readonly answered: string;
}

function Answering({ request, offer, signer, answered }: AnsweringProps) {
  const t = useText();
  const when = useWhen();
  const [answer, setAnswer] = useState<Reply>();
  const params = { id: request.id, offer: offer.id };
  const replies = [
    ['accepted', offerTexts.accept, offerTexts.acceptHint],
    ['declined', offerTexts.decline, offerTexts.declineHint],
  ] as const;
  const ask = () => call('GET /requests/{id}/offers/{offer}/signable', { params, query: { answer: answer! } });
  const content = async () => {
    const signable = await ask();
    return isProblem(signable) ? signable : fromBase64(signable.content);
  };
  const submit = async (cms: string) => {
    const sent = await call('POST /requests/{id}/offers/{offer}/answer', { params, body: { answer: answer!, cms } });
    if (isProblem(sent)) return sent;
    goTo(answered, { replace: true });
    return undefined;
  };
  return (
    <>
      <Ended service={request.service} version={request.regulationVersion} />
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
          <SignedWords key={answer} ask={ask} />
          <SignPanel
            key={`sign-${answer}`}
            title={t(answer === 'accepted' ? offerTexts.signAccept : offerTexts.signDecline)}
            verb={t(answer === 'accepted' ? offerTexts.signAccept : offerTexts.signDecline)}
            who={{ iin: signer, purpose: 'signature' }}
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
