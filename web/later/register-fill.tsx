import { useState } from 'preact/hooks';
import { consentWords } from '../../lib/domain/request/draft/consent-words.ts';
import type { TellingRegister } from '../../lib/domain/regulation/words.ts';
import {
  BusyButton,
  call,
  isProblem,
  Notice,
  ProblemNotice,
  useText,
  useWhen,
  type Answer,
  type Problem,
} from '../kit.ts';
import { registerTexts } from '../texts/register-data.ts';
import { registerNames } from '../../lib/domain/regulation/words.ts';

type Request = Answer<'GET /requests/{id}'>;

export interface RegisterFillProps {
  readonly registers: readonly TellingRegister[];
  readonly data: Request['registerData'];
  /** At a counter the employee asks the visitor. */
  readonly isVisitor?: boolean;
  /** Saves what is typed; the id of the draft, or nothing if something has to be corrected first. */
  readonly prepare: () => Promise<string | Problem | undefined>;
  readonly filled: (request: Request) => void;
}

/** Asks for the consent, then the registers, and says what became of it. The form can always be filled in by hand. */
export default function RegisterFill({ registers, data, isVisitor = false, prepare, filled }: RegisterFillProps) {
  const t = useText();
  const when = useWhen();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const names = registers.map((each) => t(registerNames[each])).join(', ');
  const consent = data?.consent?.given;

  const send = async (body: { readonly consent: boolean; readonly again?: boolean }) => {
    setBusy(true);
    setProblem(undefined);
    const id = await prepare();
    const answered =
      typeof id === 'string' ? await call('POST /requests/{id}/register-data', { params: { id }, body }) : id;
    setBusy(false);
    if (isProblem(answered)) return setProblem(answered);
    if (answered) filled(answered);
  };
  const agree = (
    <BusyButton
      isBusy={isBusy}
      busy={t(registerTexts.waiting)}
      kind="second"
      onClick={() => void send({ consent: true })}
    >
      {t(isVisitor ? registerTexts.agreeVisitor : registerTexts.agree)}
    </BusyButton>
  );
  return (
    <section class="card quiet" aria-labelledby="register-title">
      <h2 id="register-title">{t(registerTexts.title)}</h2>
      {consent === undefined && (
        <>
          <p>{t(isVisitor ? registerTexts.offerVisitor : registerTexts.offer, { names })}</p>
          <p class="small">
            {t(registerTexts.signed)} <q>{t(consentWords(true, registers))}</q>
          </p>
          <p class="small">{t(registerTexts.after)}</p>
          <p class="buttons">
            {agree}
            <button type="button" class="link" disabled={isBusy} onClick={() => void send({ consent: false })}>
              {t(isVisitor ? registerTexts.declineVisitor : registerTexts.decline)}
            </button>
          </p>
        </>
      )}
      <div role="status">
        {isBusy && <p class="unseen">{t(registerTexts.waiting)}</p>}
        {consent === false && <p>{t(registerTexts.declined)}</p>}
        {consent === true &&
          data?.answers.map(({ register, name, at, outcome, silentAt }) => (
            <Notice key={register} kind={outcome === 'found' && !silentAt ? 'information' : 'warning'}>
              <p>{t(registerTexts[outcome], { name: t(name), at: when(at) })}</p>
              {silentAt && <p>{t(registerTexts.silentAgain, { at: when(silentAt) })}</p>}
            </Notice>
          ))}
      </div>
      {consent === false && <p class="buttons">{agree}</p>}
      {consent === true && (
        <p class="buttons">
          <BusyButton
            isBusy={isBusy}
            busy={t(registerTexts.waiting)}
            kind="second"
            onClick={() => void send({ consent: true, again: true })}
          >
            {t(registerTexts.again)}
          </BusyButton>
        </p>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </section>
  );
}
