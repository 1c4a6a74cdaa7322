import type { SignPanelProps } from './sign-panel.tsx';
import { call, fromBase64, isProblem, lazy, Notice, useAnswer, useState, useText, type Answer } from '../kit.ts';
import { ownTexts } from '../texts/people.ts';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');

export interface OfferedPostProps {
  readonly account: Answer<'GET /account'>;
}

/** The post that is offered to whoever looks, and the signature that accepts it. */
export default function OfferedPost({ account }: OfferedPostProps) {
  const t = useText();
  const [isTaken, setTaken] = useState(false);
  const { value } = useAnswer('GET /account/post');
  if (isTaken)
    return (
      <Notice kind="success" role="status">
        {t(ownTexts.taken)}
      </Notice>
    );
  if (!value?.offered) return null;
  const { roleText, officeName, position } = value.offered;
  const content = fromBase64(value.content ?? '');
  const submit = async (cms: string) => {
    const taken = await call('PUT /account/post', { body: { cms } });
    if (isProblem(taken)) return taken;
    setTaken(true);
    return undefined;
  };
  return (
    <section id="offered">
      <h2>{t(ownTexts.offered)}</h2>
      <p>
        <strong>{[t(roleText), position, officeName].filter(Boolean).join(', ')}</strong>
      </p>
      <p class="small">{t(ownTexts.hint)}</p>
      <SignPanel
        title={t(ownTexts.signature)}
        verb={t(ownTexts.accept)}
        who={{ iin: account.iin, purpose: 'signature' }}
        fileName="post.json"
        content={async () => content}
        submit={submit}
      />
    </section>
  );
}
