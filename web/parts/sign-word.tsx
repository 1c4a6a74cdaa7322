import { fromBase64, isProblem, lazy, Loaded, useAnswer, type Problem } from '../kit.ts';
import type { SignPanelProps } from '../later/sign-panel.tsx';
import { SignedWords } from './signed-words.tsx';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');

interface Props {
  /** Asks for the bytes to sign. */
  readonly ask: () => Promise<{ readonly content: string } | Problem>;
  readonly send: (cms: string) => Promise<object | Problem>;
  readonly verb: string;
  readonly fileName: string;
  readonly done: () => void;
}

/** An employee reads a word in both languages and signs it. */
export function SignWord({ ask, send, verb, fileName, done }: Props) {
  const account = useAnswer('GET /account');
  return (
    <Loaded from={account}>
      {({ iin }) => (
        <>
          <SignedWords ask={ask} />
          <SignPanel
            title={verb}
            verb={verb}
            who={{ iin, purpose: 'signature' }}
            fileName={fileName}
            content={async () => {
              const signable = await ask();
              return isProblem(signable) ? signable : fromBase64(signable.content);
            }}
            submit={async (cms) => {
              const sent = await send(cms);
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
