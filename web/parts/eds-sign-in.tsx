import type { SignPanelProps } from '../later/sign-panel.tsx';
import { useRef, useState } from 'preact/hooks';
import { begin, call, fromBase64, isProblem, lazy, useText } from '../kit.ts';
import { signInTexts } from '../texts/sign-in.ts';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');

/** A challenge is requested when it is needed, and is valid once. */
export function EdsSignIn({ done }: { readonly done: () => void }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const challenge = useRef('');
  const content = async () => {
    const asked = await call('POST /sessions/challenges', { body: {} });
    if (isProblem(asked)) return asked;
    challenge.current = asked.challenge;
    return fromBase64(asked.content);
  };
  const submit = async (cms: string) => {
    const grant = await call('POST /sessions/eds', { body: { challenge: challenge.current, cms } });
    if (isProblem(grant)) return grant;
    begin(grant, done);
    return undefined;
  };
  if (isOpen)
    return (
      <SignPanel
        title={t(signInTexts.byEds)}
        verb={t(signInTexts.enter)}
        who={{ purpose: 'authentication' }}
        fileName="challenge.txt"
        content={content}
        submit={submit}
      />
    );
  return (
    <section class="panel">
      <h2>{t(signInTexts.byEds)}</h2>
      <div>
        <p class="small">{t(signInTexts.edsHint)}</p>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {t(signInTexts.edsStart)}
        </button>
      </div>
    </section>
  );
}
