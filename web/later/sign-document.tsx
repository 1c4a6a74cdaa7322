import { useEffect, useState } from 'preact/hooks';
import type { SignPanelProps } from './sign-panel.tsx';
import { call, isProblem, lazy, ProblemNotice, useAnswer, useText, type Problem } from '../kit.ts';
import { decisionTexts } from '../texts/decision.ts';
import { fetchFile } from '../parts/staff/fetch-file.ts';
import { FileFrame } from '../parts/staff/file-frame.tsx';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');

export interface SignDocumentProps {
  readonly id: string;
  readonly done: () => void;
}

/** The document as it will go out, and the signature over the very bytes that were read. */
export default function SignDocument({ id, done }: SignDocumentProps) {
  const t = useText();
  const account = useAnswer('GET /account');
  const [number, setNumber] = useState('');
  const [bytes, setBytes] = useState<Uint8Array<ArrayBuffer>>();
  const [problem, setProblem] = useState<Problem>();
  const look = async () => {
    setProblem(undefined);
    const output = await call('GET /work/{id}/output', { params: { id } });
    const found = await fetchFile(isProblem(output) ? output : output.document);
    if (isProblem(found)) return setProblem(found);
    setNumber(isProblem(output) ? '' : output.number);
    return setBytes(found);
  };
  useEffect(() => void look(), []);
  if (problem) return <ProblemNotice problem={problem} again={() => void look()} />;
  if (!bytes || !account.value) return null;
  return (
    <>
      <h2>{t(decisionTexts.document, { number })}</h2>
      <p>{t(decisionTexts.readFirst)}</p>
      <FileFrame bytes={bytes} type="application/pdf" name={`${number}.pdf`} />
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
