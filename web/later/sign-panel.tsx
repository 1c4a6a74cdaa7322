import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
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

type Bytes = Uint8Array<ArrayBuffer>;

interface Common {
  readonly title: string;
  /** The text on the button: "Sign and send". */
  readonly verb: string;
  /** Whose key is needed, and for what. */
  readonly who: Who;
}

export interface SignsOne {
  readonly fileName: string;
  /** The bytes to sign, requested when they are needed. */
  readonly content: () => Promise<Bytes | Problem>;
  /** Sends the signature (base64). A problem is shown here, and the signature is kept for another attempt. */
  readonly submit: (cms: string) => Promise<Problem | undefined>;
}

/** The same of several documents, each signed by itself, with one entry of the password. */
interface Several {
  readonly contents: () => Promise<readonly Bytes[] | Problem>;
  readonly submitAll: (cms: readonly string[]) => Promise<Problem | undefined>;
}

export type SignPanelProps = Common & (SignsOne | Several);

type Step = 'choosing' | 'permission' | 'signing' | 'sending';

/** The ways to sign, with one chosen, and the result. */
export default function SignPanel({ title, verb, who, ...asked }: SignPanelProps) {
  const t = useText();
  const [step, setStep] = useState<Step>('choosing');
  const [problem, setProblem] = useState<Problem | SigningProblem>();
  const [signed, setSigned] = useState<readonly Signed[]>();
  /** Of several documents, how many are signed, and how many there are. */
  const [made, setMade] = useState({ n: 0, all: 0 });
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
    const here = waysHere(t.language, ask, async (wanted) => demoKey.current?.(wanted));
    return 'contents' in asked ? here.filter(({ signAll }) => signAll) : here;
  }, [t.language]);
  const [chosen, setChosen] = useState(() => lastWay(ways, localStorage).id);
  const way = ways.find(({ id }) => id === chosen) ?? ways[0]!;
  // The error is read next, wherever the button was.
  useLayoutEffect(() => wrong.current?.focus(), [problem]);
  useEffect(() => () => stop.current.abort(), []);

  const send = async (all: readonly Signed[]) => {
    setSigned(all);
    setProblem(undefined);
    setStep('sending');
    const [first] = all;
    const refused = await ('contents' in asked ? asked.submitAll(all.map(({ cms }) => cms)) : asked.submit(first!.cms));
    setProblem(refused);
    if (refused && refused.problem !== 'network/failed') setTaken((times) => times + 1);
    setStep('choosing');
  };

  const make = async (signal: AbortSignal): Promise<readonly Signed[] | Problem | SigningProblem> => {
    if (!('contents' in asked)) {
      const bytes = await asked.content();
      const one = isProblem(bytes) ? bytes : await way.sign(bytes, who, signal);
      return 'cms' in one ? [one] : one;
    }
    const all = await asked.contents();
    if (isProblem(all)) return all;
    setMade({ n: 0, all: all.length });
    return way.signAll!(all, who, signal, (n) => setMade({ n, all: all.length }));
  };

  const sign = async () => {
    setProblem(undefined);
    setSigned(undefined);
    setStep('signing');
    stop.current = new AbortController();
    const result = await make(stop.current.signal);
    if ('problem' in result) {
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
  const owner = signed?.[0]?.owner ?? '';
  const said = {
    choosing: '',
    permission: '',
    signing:
      made.n > 0 ? t(panelTexts.made, made) : t(way.id === 'ncalayer' ? panelTexts.waitNcalayer : panelTexts.signing),
    sending: t(panelTexts.signedBy, { name: owner }),
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
                {(step === 'sending' || (step === 'signing' && made.n > 0)) && <p class="small">{said}</p>}
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
        {again && <p class="small">{t(panelTexts.kept, { name: owner })}</p>}
      </div>
    );
  }

  function formOf({ id }: Way) {
    if (id === 'key-file') return <KeyFile who={who} offer={(open) => (openKey.current = open)} isBusy={isBusy} />;
    if (DEMO && id === 'demo-key') return <DemoKeys who={who} offer={(give) => (demoKey.current = give)} />;
    if (id !== 'elsewhere' || 'contents' in asked) return undefined;
    return (
      <Elsewhere
        key={taken}
        fileName={asked.fileName}
        content={async () => {
          const bytes = await asked.content();
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
