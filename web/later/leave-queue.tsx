import { call, fromBase64, isProblem, lazy, Loaded, useAnswer, useEffect, useRef, useState, useText } from '../kit.ts';
import { SignedWords } from '../parts/signed-words.tsx';
import { leaveTexts } from '../texts/queue-place.ts';
import type { SignPanelProps } from './sign-panel.tsx';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');

export interface LeaveQueueProps {
  /** Of the request. */
  readonly id: string;
  readonly done: () => void;
}

type Step = 'closed' | 'explained' | 'signing';

/** Takes the child out of the queue: says what then happens, asks again, and signs. */
export default function LeaveQueue({ id, done }: LeaveQueueProps) {
  const t = useText();
  const [step, setStep] = useState<Step>('closed');
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  // The pressed button is gone: what it opened is read next, or it is there again.
  useEffect(() => {
    if (step !== 'closed') heading.current?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = step !== 'closed';
  }, [step]);
  if (step === 'closed')
    return (
      <p class="buttons">
        <button ref={opener} type="button" class="button second" onClick={() => setStep('explained')}>
          {t(leaveTexts.leave)}
        </button>
      </p>
    );
  return (
    <section id="leave">
      <h3 ref={heading} tabIndex={-1}>
        {t(leaveTexts.what)}
      </h3>
      <ul>
        {(['lost', 'offer', 'again'] as const).map((name) => (
          <li key={name}>{t(leaveTexts[name])}</li>
        ))}
      </ul>
      {step === 'signing' && <Signing id={id} done={done} />}
      <p class="buttons">
        {step === 'explained' && (
          <button type="button" class="button danger" onClick={() => setStep('signing')}>
            {t(leaveTexts.goOn)}
          </button>
        )}
        <button type="button" class="button second" onClick={() => setStep('closed')}>
          {t(leaveTexts.stay)}
        </button>
      </p>
    </section>
  );
}

/** The statement in both languages, and the signature under it. */
function Signing({ id, done }: LeaveQueueProps) {
  const t = useText();
  const account = useAnswer('GET /account');
  const params = { id };
  const ask = () => call('GET /requests/{id}/withdrawal/signable', { params });
  return (
    <Loaded from={account}>
      {({ iin }) => (
        <>
          <SignedWords ask={ask} />
          <SignPanel
            title={t(leaveTexts.sign)}
            verb={t(leaveTexts.sign)}
            who={{ iin, purpose: 'signature' }}
            fileName="withdrawal.json"
            content={async () => {
              const signable = await ask();
              return isProblem(signable) ? signable : fromBase64(signable.content);
            }}
            submit={async (cms) => {
              const sent = await call('POST /requests/{id}/withdrawal', { params, body: { cms } });
              if (isProblem(sent)) return sent;
              done();
              return undefined;
            }}
          />
        </>
      )}
    </Loaded>
  );
}
