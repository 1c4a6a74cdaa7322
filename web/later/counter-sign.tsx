import { useRef } from 'preact/hooks';
import SignPanel from './sign-panel.tsx';
import { call, fromBase64, isProblem, useText, type Problem } from '../kit.ts';
import { counterTexts } from '../texts/counter.ts';

export interface CounterSignProps {
  /** Whose key signs: the operator's. */
  readonly iin: string;
  readonly prepare: () => Promise<string | Problem>;
  readonly sent: (id: string) => void;
}

/** The operator signs what the server shows of the draft; then it is sent. */
export default function CounterSign({ iin, prepare, sent }: CounterSignProps) {
  const t = useText();
  const draft = useRef('');
  return (
    <SignPanel
      title={t(counterTexts.signature)}
      verb={t(counterTexts.sign)}
      who={{ iin, purpose: 'signature' }}
      fileName="application.json"
      content={async () => {
        const prepared = await prepare();
        if (isProblem(prepared)) return prepared;
        draft.current = prepared;
        const signable = await call('GET /requests/{id}/signable', { params: { id: prepared } });
        return isProblem(signable) ? signable : fromBase64(signable.content);
      }}
      submit={async (cms) => {
        const done = await call('POST /requests/{id}/submission', { params: { id: draft.current }, body: { cms } });
        if (isProblem(done)) return done;
        sent(draft.current);
        return undefined;
      }}
    />
  );
}
