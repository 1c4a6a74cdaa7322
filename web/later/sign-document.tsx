import type { SignPanelProps } from './sign-panel.tsx';
import { call, isProblem, lazy, useAnswer, useText } from '../kit.ts';
import { decisionTexts } from '../texts/decision.ts';
import type { Output } from '../parts/staff/sheets.ts';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');

export interface SignDocumentProps {
  readonly id: string;
  /** Shows the document as it will be issued. */
  readonly output: Output;
  readonly done: () => void;
}

/** The signature over the same bytes that were shown. */
export default function SignDocument({ id, output: { number, bytes }, done }: SignDocumentProps) {
  const t = useText();
  const account = useAnswer('GET /account');
  if (!account.value) return null;
  return (
    <>
      <p>{t(decisionTexts.readFirst)}</p>
      <SignPanel
        title={t(decisionTexts.signature)}
        verb={t(decisionTexts.sign)}
        who={{ iin: account.value.iin, purpose: 'signature' }}
        fileName={`${number}.pdf`}
        content={async () => bytes}
        submit={async (cms) => {
          const signed = await call('POST /work/{id}/signature', { params: { id }, body: { cms } });
          if (isProblem(signed)) return signed;
          done();
          return undefined;
        }}
      />
    </>
  );
}
