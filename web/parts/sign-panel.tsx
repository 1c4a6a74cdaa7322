import { useState } from 'preact/hooks';
import { Icon, isProblem, type Problem, ProblemNotice, useText } from '../kit.ts';
import { panelTexts } from '../texts/signing-panel.ts';
import { Elsewhere } from './elsewhere.tsx';

interface Props {
  readonly title: string;
  /** On the button: "Sign and send". */
  readonly verb: string;
  readonly purpose: 'signing' | 'authentication';
  /** Whose key is wanted. */
  readonly iin?: string;
  readonly fileName: string;
  /** The bytes to sign, asked for when they are needed. */
  readonly content: () => Promise<Uint8Array<ArrayBuffer> | Problem>;
  /** Sends the signature (base64 of DER). A problem is shown here, and the signature stays for another try. */
  readonly submit: (cms: string) => Promise<Problem | undefined>;
}

/** The ways to sign, and what came of it. */
export function SignPanel({ title, fileName, content, submit }: Props) {
  const t = useText();
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const [signature, setSignature] = useState<string>();
  const send = async (cms: string) => {
    setSignature(cms);
    setProblem(undefined);
    setSending(true);
    const refused = await submit(cms);
    setSending(false);
    setProblem(refused);
  };
  // A signature that the server has not refused may be sent again as it is.
  const mayResend = signature !== undefined && problem?.problem === 'network/failed';
  return (
    <section class="panel" aria-labelledby="panel-title">
      <h2 id="panel-title">
        <Icon name="pen" /> {title}
      </h2>
      {problem && (
        <div>
          <ProblemNotice problem={problem} again={mayResend ? () => void send(signature) : undefined} />
        </div>
      )}
      <p role="status" class="unseen">
        {isSending && t(panelTexts.sending)}
      </p>
      <div>
        <h3>{t(panelTexts.elsewhere)}</h3>
        <p class="small">{t(panelTexts.elsewhereHint)}</p>
        <Elsewhere
          fileName={fileName}
          content={async () => {
            const bytes = await content();
            if (!isProblem(bytes)) return bytes;
            setProblem(bytes);
            return undefined;
          }}
          isBusy={isSending}
          bring={(cms) => void send(cms)}
        />
      </div>
    </section>
  );
}
