import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BusyButton, Icon, isProblem, ProblemNotice, useText, type Problem } from '../kit.ts';
import type { Ask } from '../signing/environment.ts';
import { lastWay, rememberWay } from '../signing/last-way.ts';
import { isSigningProblem, signingProblems, type NextStep, type SigningProblem } from '../signing/problem.ts';
import type { Signed, Way, Who } from '../signing/way.ts';
import { panelTexts } from '../texts/signing-panel.ts';
import { DemoKeys, type GiveDemoKey } from '../parts/demo-keys.tsx';
import { Elsewhere } from '../parts/elsewhere.tsx';
import { KeyFile, type OpenKey } from '../parts/key-file.tsx';
import { Permission } from '../parts/permission.tsx';
import { SigningNotice } from '../parts/signing-notice.tsx';
import { waysHere } from '../parts/ways-here.ts';
import { Waiting } from '../parts/waiting.tsx';

export interface SignPanelProps {
  readonly title: string;
  /** The text on the button: "Sign and send". */
  readonly verb: string;
  /** Whose key is needed, and for what. */
  readonly who: Who;
  readonly fileName: string;
  /** The bytes to sign, requested when they are needed. */
  readonly content: () => Promise<Uint8Array<ArrayBuffer> | Problem>;
  /** Sends the signature (base64). A problem is shown here, and the signature is kept for another attempt. */
  readonly submit: (cms: string) => Promise<Problem | undefined>;
}

type Step = 'choosing' | 'permission' | 'signing' | 'sending';

/** The ways to sign, with one chosen, and the result. */
export default function SignPanel({ title, verb, who, fileName, content, submit }: SignPanelProps) {
  const t = useText();
  const [step, setStep] = useState<Step>('choosing');
  const [problem, setProblem] = useState<Problem | SigningProblem>();
  const [signed, setSigned] = useState<Signed>();
  /** Counts the texts that were taken elsewhere in vain: the next is to be taken anew. */
  const [taken, setTaken] = useState(0);
  const openKey = useRef<OpenKey>(undefined);
  const demoKey = useRef<GiveDemoKey>(undefined);
  const brought = useRef<Uint8Array>(undefined);
  const answer = useRef<(goOn: boolean) => void>(undefined);
  const stop = useRef(new AbortController());
  const panel = useRef<HTMLElement>(null);
  const wrong = useRef<HTMLDivElement>(null);

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
    return waysHere(t.language, ask, async (wanted) => demoKey.current?.(wanted));
  }, [t.language]);
  const [chosen, setChosen] = useState(() => lastWay(ways, localStorage).id);
  const way = ways.find(({ id }) => id === chosen) ?? ways[0]!;
  // The error is read next, wherever the button was.
  useEffect(() => wrong.current?.focus(), [problem]);
  useEffect(() => () => stop.current.abort(), []);

  const send = async (made: Signed) => {
    setSigned(made);
    setProblem(undefined);
    setStep('sending');
    const refused = await submit(made.cms);
    setProblem(refused);
    if (refused && refused.problem !== 'network/failed') setTaken((times) => times + 1);
    setStep('choosing');
  };

  const sign = async () => {
    setProblem(undefined);
    setSigned(undefined);
    setStep('signing');
    stop.current = new AbortController();
    const bytes = await content();
    const result = isProblem(bytes) ? bytes : await way.sign(bytes, who, stop.current.signal);
    if (!('cms' in result)) {
      setStep('choosing');
      if (result.problem === 'other-content') setTaken((times) => times + 1);
      // If a key does not open, its own form has said why.
      return setProblem(result.problem === 'stopped' && way.id === 'key-file' ? undefined : result);
    }
    rememberWay(way, localStorage);
    return send(result);
  };

  const goOn = (yes: boolean) => {
    setStep('signing');
    answer.current?.(yes);
  };
  const find = (selector: string) => panel.current?.querySelector<HTMLElement>(selector);
  const steps: Readonly<Partial<Record<NextStep, () => void>>> = {
    'other-way': () => find('.ways [type=radio]:not(:checked)')?.focus(),
    ...(way.id === 'elsewhere' && {
      'other-file': () => find('.way [type=file]')?.click(),
      'other-key': () => find('.way [type=file]')?.click(),
      'take-text': () => find('.way .link, .way a')?.click(),
      again: () => find('.way [type=file]')?.click(),
    }),
  };
  const isBusy = step !== 'choosing';
  const said = {
    choosing: '',
    permission: '',
    signing: t(way.id === 'ncalayer' ? panelTexts.waitNcalayer : panelTexts.signing),
    sending: t(panelTexts.signedBy, { name: signed?.owner ?? '' }),
  }[step];
  return (
    <section class="panel" aria-labelledby="panel-title" ref={panel}>
      <h2 id="panel-title">
        <Icon name="pen" /> {title}
      </h2>
      <p class="unseen" role="status">
        {said}
      </p>
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
            {each.id === way.id && (
              <div class="way">
                {formOf(each)}
                {problem && whatHappened(problem)}
                {step === 'permission' && <Permission goOn={goOn} />}
                {step === 'signing' && each.id === 'ncalayer' && <Waiting stop={() => stop.current.abort()} />}
                {step === 'sending' && signed && <p class="small">{said}</p>}
                {each.id !== 'elsewhere' && (
                  <p class="buttons">
                    <BusyButton
                      isBusy={isBusy}
                      busy={t(step === 'sending' ? panelTexts.sending : panelTexts.signing)}
                      onClick={() => void sign()}
                    >
                      <Icon name="pen" /> {verb}
                    </BusyButton>
                  </p>
                )}
              </div>
            )}
          </div>
        ))}
      </fieldset>
    </section>
  );

  function whatHappened(found: Problem | SigningProblem) {
    if (isOfSigning(found)) {
      const { next } = signingProblems[found.problem];
      return <SigningNotice problem={found} focus={wrong} step={{ run: steps[next] ?? (() => void sign()) }} />;
    }
    // A signature that the server has not refused may be sent again unchanged.
    const again = found.problem === 'network/failed' && signed ? () => void send(signed) : undefined;
    return (
      <div ref={wrong} tabIndex={-1}>
        <ProblemNotice problem={found} again={again} />
        {again && signed && <p class="small">{t(panelTexts.kept, { name: signed.owner })}</p>}
      </div>
    );
  }

  function formOf({ id }: Way) {
    if (id === 'key-file') return <KeyFile who={who} offer={(open) => (openKey.current = open)} isBusy={isBusy} />;
    if (DEMO && id === 'demo-key') return <DemoKeys who={who} offer={(give) => (demoKey.current = give)} />;
    if (id !== 'elsewhere') return undefined;
    return (
      <Elsewhere
        key={taken}
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
  }
}

/** The API's codes contain a slash; those of signing do not. */
const isOfSigning = (problem: Problem | SigningProblem): problem is SigningProblem =>
  isSigningProblem(problem) && !problem.problem.includes('/');
