import type { SignPanelProps } from '../later/sign-panel.tsx';
import { useRef, useState } from 'preact/hooks';
import { begin, call, fromBase64, isProblem, lazy, useText, type Answer } from '../kit.ts';
import { signInTexts } from '../texts/sign-in.ts';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');

/** A challenge is requested when it is needed, and kept until the server has had it: it is valid once. */
export function EdsSignIn({ done }: { readonly done: () => void }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const asked = useRef<Answer<'POST /sessions/challenges'> | undefined>(undefined);
  const content = async () => {
    const found = asked.current ?? (await call('POST /sessions/challenges', { body: {} }));
    if (isProblem(found)) return found;
    asked.current = found;
    return fromBase64(found.content);
  };
  const submit = async (cms: string) => {
    const grant = await call('POST /sessions/eds', { body: { challenge: asked.current?.challenge ?? '', cms } });
    if (isProblem(grant)) {
      if (grant.problem !== 'network/failed') asked.current = undefined;
      return grant;
    }
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
