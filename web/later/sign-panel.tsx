import { useMemo, useRef, useState } from 'preact/hooks';
import { BusyButton, Icon, isProblem, Notice, ProblemNotice, useText, type Problem } from '../kit.ts';
import type { Ask } from '../signing/environment.ts';
import { lastWay, rememberWay } from '../signing/last-way.ts';
import { isSigningProblem, type SigningProblem } from '../signing/problem.ts';
import type { Way, Who } from '../signing/way.ts';
import { panelTexts } from '../texts/signing-panel.ts';
import { Elsewhere } from '../parts/elsewhere.tsx';
import { KeyFile, type OpenKey } from '../parts/key-file.tsx';
import { SigningNotice } from '../parts/signing-notice.tsx';
import { waysHere } from '../parts/ways-here.ts';

export interface SignPanelProps {
  readonly title: string;
  /** On the button: "Sign and send". */
  readonly verb: string;
  /** Whose key is wanted, and for what. */
  readonly who: Who;
  readonly fileName: string;
  /** The bytes to sign, asked for when they are needed. */
  readonly content: () => Promise<Uint8Array<ArrayBuffer> | Problem>;
  /** Sends the signature (base64). A problem is shown here, and the signature stays for another try. */
  readonly submit: (cms: string) => Promise<Problem | undefined>;
}

type Step = 'choosing' | 'permission' | 'signing' | 'sending';

/** The ways to sign, one of them chosen, and what came of it. */
export default function SignPanel({ title, verb, who, fileName, content, submit }: SignPanelProps) {
  const t = useText();
  const [step, setStep] = useState<Step>('choosing');
  const [problem, setProblem] = useState<Problem | SigningProblem>();
  const [signature, setSignature] = useState<string>();
  const openKey = useRef<OpenKey>(undefined);
  const brought = useRef<Uint8Array>(undefined);
  const answer = useRef<(goOn: boolean) => void>(undefined);
  const stop = useRef(new AbortController());

  const ways = useMemo(() => {
    const ask: Ask = {
      key: async (wanted) => openKey.current?.(wanted),
      cms: async () => brought.current,
      permission: () =>
        new Promise<boolean>((resolve) => {
          answer.current = resolve;
          setStep('permission');
        }),
    };
    return waysHere(t.language, ask);
  }, [t.language]);
  const [chosen, setChosen] = useState(() => lastWay(ways, localStorage).id);
  const way = ways.find(({ id }) => id === chosen) ?? ways[0]!;

  const send = async (cms: string) => {
    setSignature(cms);
    setProblem(undefined);
    setStep('sending');
    setProblem(await submit(cms));
    setStep('choosing');
  };

  const sign = async () => {
    setProblem(undefined);
    setSignature(undefined);
    setStep('signing');
    stop.current = new AbortController();
    const bytes = await content();
    const signed = isProblem(bytes) ? bytes : await way.sign(bytes, who, stop.current.signal);
    if (!('cms' in signed)) {
      setStep('choosing');
      // Of a key that does not open, its own form has said what is wrong.
      return setProblem(signed.problem === 'stopped' && way.id === 'key-file' ? undefined : signed);
    }
    rememberWay(way, localStorage);
    return send(signed.cms);
  };

  const isBusy = step !== 'choosing';
  return (
    <section class="panel" aria-labelledby="panel-title">
      <h2 id="panel-title">
        <Icon name="pen" /> {title}
      </h2>
      {problem && (
        <div>
          {isOfSigning(problem) ? (
            <SigningNotice problem={problem} />
          ) : (
            <ProblemNotice
              problem={problem}
              // What the server has not refused may be sent again as it is.
              again={problem.problem === 'network/failed' && signature ? () => void send(signature) : undefined}
            />
          )}
        </div>
      )}
      <fieldset class="ways">
        <legend class="unseen">{t(panelTexts.ways)}</legend>
        {ways.map((each) => (
          <div key={each.id}>
            <label class="choice">
              <input
                type="radio"
                name="way"
                checked={each.id === way.id}
                disabled={isBusy}
                onChange={() => {
                  setChosen(each.id);
                  setProblem(undefined);
                }}
              />
              <span>
                <strong>{t(each.title)}</strong>
                <small>{t(each.hint)}</small>
              </span>
            </label>
            {each.id === way.id && <div class="way">{actionOf(each)}</div>}
          </div>
        ))}
      </fieldset>
    </section>
  );

  function actionOf({ id }: Way) {
    const button = (
      <p class="buttons">
        <BusyButton
          isBusy={isBusy}
          busy={t(step === 'sending' ? panelTexts.sending : panelTexts.signing)}
          onClick={() => void sign()}
        >
          <Icon name="pen" /> {verb}
        </BusyButton>
      </p>
    );
    if (id === 'elsewhere')
      return (
        <Elsewhere
          fileName={fileName}
          content={async () => {
            const bytes = await content();
            if (isProblem(bytes)) setProblem(bytes);
            return isProblem(bytes) ? undefined : bytes;
          }}
          isBusy={isBusy}
          bring={(bytes) => {
            brought.current = bytes;
            void sign();
          }}
        />
      );
    if (id === 'key-file')
      return (
        <>
          <KeyFile who={who} offer={(open) => (openKey.current = open)} />
          {button}
        </>
      );
    return (
      <>
        {step === 'permission' && (
          <Notice kind="information" role="alert">
            <p>{t(panelTexts.permission)}</p>
            <p class="buttons">
              <button type="button" class="button" onClick={() => goOn(true)}>
                {t(panelTexts.understood)}
              </button>
              <button type="button" class="link" onClick={() => goOn(false)}>
                {t(panelTexts.ratherNot)}
              </button>
            </p>
          </Notice>
        )}
        {step === 'signing' && id === 'ncalayer' && (
          <Notice kind="information" role="status">
            <p>{t(panelTexts.waitNcalayer)}</p>
            <p class="small">{t(panelTexts.hidden)}</p>
            <button type="button" class="link" onClick={() => stop.current.abort()}>
              {t(panelTexts.stop)}
            </button>
          </Notice>
        )}
        {step !== 'permission' && button}
      </>
    );
  }

  function goOn(yes: boolean) {
    setStep('signing');
    answer.current?.(yes);
  }
}

/** Codes of the API have a slash in them, those of signing have none. */
const isOfSigning = (problem: Problem | SigningProblem): problem is SigningProblem =>
  isSigningProblem(problem) && !problem.problem.includes('/');
