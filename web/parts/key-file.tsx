import { useEffect, useRef, useState } from 'preact/hooks';
import { writeDay } from '../../lib/domain/language/dates.ts';
import { load, Icon, useText } from '../kit.ts';
import type { Tools } from '../signing/environment.ts';
import type { CheckedKey } from '../signing/key-file/open-key.ts';
import { isSigningProblem, signingProblems, type SigningProblem } from '../signing/problem.ts';
import type { Who } from '../signing/way.ts';
import { panelTexts } from '../texts/signing-panel.ts';
import { PasswordField } from './password-field.tsx';
import { SigningNotice } from './signing-notice.tsx';

/** Opens the chosen file with the typed password. */
export type OpenKey = (who: Who) => Promise<CheckedKey | undefined>;

interface Props {
  readonly who: Who;
  readonly offer: (open: OpenKey) => void;
  readonly isBusy: boolean;
}

type Lack = 'noFile' | 'noPassword';

/**
 * A key file and its password. It is tried as soon as both are there, and shows whose it is, until when, and for what.
 */
export function KeyFile({ who, offer, isBusy }: Props) {
  const t = useText();
  const [file, setFile] = useState<File>();
  const [password, setPassword] = useState('');
  const [found, setFound] = useState<CheckedKey | SigningProblem>();
  const [days, setDays] = useState<number>();
  const [lack, setLack] = useState<Lack>();
  /** Counts the signatures that failed because there was no key: each moves the focus to what must be corrected. */
  const [failed, setFailed] = useState(0);
  const picker = useRef<HTMLInputElement>(null);
  const tried = useRef('');

  const read = async (wanted: Who): Promise<CheckedKey | SigningProblem> => {
    const { openKey, endsInDays } = await load<Tools>('later/signing-tools');
    const key = await openKey(new Uint8Array(await file!.arrayBuffer()), password, wanted, new Date());
    setFound(key);
    setDays(isSigningProblem(key) ? undefined : endsInDays(key, new Date()));
    return key;
  };
  const open: OpenKey = async (wanted) => {
    const missing = file ? (password ? undefined : 'noPassword') : 'noFile';
    setLack(missing);
    const key = missing ? undefined : await read(wanted);
    if (key && !isSigningProblem(key)) return key;
    setFailed((times) => times + 1);
    return undefined;
  };
  /** Once for each file and password: a person who comes back to a field does not hear it again. */
  const tryOut = () => {
    if (!file || !password || tried.current === password) return;
    tried.current = password;
    void read(who);
  };
  useEffect(() => {
    offer(open);
  });

  const problem = found && isSigningProblem(found) ? found : undefined;
  const isPassword = problem?.problem === 'wrong-password';
  const passwordFault = isPassword ? plain(signingProblems['wrong-password']) : panelTexts.noPassword;
  useEffect(() => {
    if (failed === 0) return;
    if (lack === 'noFile') picker.current?.focus();
    else if (lack === 'noPassword' || isPassword) document.getElementById('key-password')?.focus();
    else document.getElementById('key-problem')?.focus();
  }, [failed]);
  return (
    <>
      <div class={lack === 'noFile' ? 'field wrong' : 'field'}>
        <p class="label">{t(panelTexts.keyFile)}</p>
        {lack === 'noFile' && (
          <p class="fault" role="alert" id="key-file-fault">
            <Icon name="stop" /> {t(panelTexts.noFile)}
          </p>
        )}
        <p class="meta">
          {file && <strong>{file.name}</strong>}
          <label class="button second pick">
            <Icon name="key" /> {t(file ? panelTexts.otherFile : panelTexts.choose)}
            <input
              ref={picker}
              type="file"
              accept=".p12,.pfx"
              disabled={isBusy}
              aria-describedby={lack === 'noFile' ? 'key-file-fault' : undefined}
              onChange={({ currentTarget }) => {
                const [chosen] = currentTarget.files ?? [];
                // So the same file can be chosen again after it was changed.
                currentTarget.value = '';
                // A person who closes the dialog keeps the file they had.
                if (!chosen) return;
                setFile(chosen);
                setFound(undefined);
                setLack(undefined);
                tried.current = '';
                document.getElementById('key-password')?.focus();
              }}
            />
          </label>
        </p>
      </div>
      {problem && !isPassword && (
        <SigningNotice problem={problem} id="key-problem" step={{ run: () => picker.current?.click() }} />
      )}
      {found && !isSigningProblem(found) && <KeyCard found={found} days={days} />}
      <div onFocusOut={tryOut}>
        <PasswordField
          id="key-password"
          label={t(panelTexts.keyPassword)}
          fault={isPassword || lack === 'noPassword' ? t(passwordFault) : undefined}
          value={password}
          onInput={(value) => {
            setPassword(value);
            setLack(undefined);
            if (isPassword) setFound(undefined);
          }}
        />
      </div>
    </>
  );
}

const plain = ({ kk, ru }: { readonly kk: string; readonly ru: string }) => ({ kk, ru });

interface KeyCardProps {
  readonly found: CheckedKey;
  /** Until when it is valid, if it ends soon. */
  readonly days: number | undefined;
}

/** Whose key it is, until when, and for what. */
export function KeyCard({ found, days }: KeyCardProps) {
  const t = useText();
  const day = writeDay(found.notAfter.toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' }), t.language);
  return (
    <div class={days === undefined ? 'notice success' : 'notice warning'} role="status">
      <Icon name="key" />
      <div>
        <p>
          <strong>{t(found.uses.includes('signature') ? panelTexts.keySigns : panelTexts.keyEnters)}</strong>
        </p>
        <p>
          {found.owner}
          {found.iin !== undefined && ` · ${t(panelTexts.iin, { iin: found.iin })}`}
        </p>
        <p>{days === undefined ? t(panelTexts.keyUntil, { day }) : t(panelTexts.keyEnds, { n: days, day })}</p>
      </div>
    </div>
  );
}
