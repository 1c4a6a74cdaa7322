import { useEffect, useState } from 'preact/hooks';
import { writeDay } from '../../lib/domain/language/dates.ts';
import { load, Icon, useText } from '../kit.ts';
import type { CheckedKey } from '../signing/key-file/open-key.ts';
import { isSigningProblem, signingProblems, type SigningProblem } from '../signing/problem.ts';
import type { Who } from '../signing/way.ts';
import { panelTexts } from '../texts/signing-panel.ts';
import { afterPress } from './after-press.ts';
import { PasswordField } from './password-field.tsx';
import { SigningNotice } from './signing-notice.tsx';

type Reading = typeof import('../later/open-key.ts');

/** Opens what was chosen, with the password that was typed. */
export type OpenKey = (who: Who) => Promise<CheckedKey | undefined>;

interface Props {
  readonly who: Who;
  readonly offer: (open: OpenKey) => void;
}

/** A key file and its password. It is tried as soon as both are there: whose it is, until when, and for what. */
export function KeyFile({ who, offer }: Props) {
  const t = useText();
  const [file, setFile] = useState<File>();
  const [password, setPassword] = useState('');
  const [found, setFound] = useState<CheckedKey | SigningProblem>();
  const [days, setDays] = useState<number>();
  const [isMissing, setMissing] = useState(false);

  const open: OpenKey = async (wanted) => {
    setMissing(!file);
    if (!file) return undefined;
    const { openKey, endsInDays } = await load<Reading>('later/open-key');
    const key = await openKey(new Uint8Array(await file.arrayBuffer()), password, wanted, new Date());
    setFound(key);
    setDays(isSigningProblem(key) ? undefined : endsInDays(key, new Date()));
    return isSigningProblem(key) ? undefined : key;
  };
  useEffect(() => {
    offer(open);
  });

  const problem = found && isSigningProblem(found) ? found : undefined;
  const isPassword = problem?.problem === 'wrong-password';
  return (
    <>
      <div class="field">
        <p class="label">{t(panelTexts.keyFile)}</p>
        <p class="hint">{t(panelTexts.notLeave)}</p>
        {isMissing && (
          <p class="fault" role="alert">
            <Icon name="stop" /> {t(panelTexts.noFile)}
          </p>
        )}
        <p class="meta">
          {file && <strong>{file.name}</strong>}
          <label class="button second pick">
            <Icon name="key" /> {t(file ? panelTexts.otherFile : panelTexts.choose)}
            <input
              type="file"
              accept=".p12,.pfx"
              onChange={({ currentTarget }) => {
                setFile(currentTarget.files?.[0]);
                setFound(undefined);
                setMissing(false);
              }}
            />
          </label>
        </p>
      </div>
      {problem && !isPassword && <SigningNotice problem={problem} />}
      {found && !isSigningProblem(found) && <KeyCard found={found} days={days} />}
      <div
        onFocusOut={() => {
          if (file && password) afterPress(() => void open(who));
        }}
      >
        <PasswordField
          id="key-password"
          label={t(panelTexts.keyPassword)}
          fault={isPassword ? t(plain(signingProblems['wrong-password'])) : undefined}
          value={password}
          onInput={(value) => {
            setPassword(value);
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
  /** Until it ends, if that is soon. */
  readonly days: number | undefined;
}

function KeyCard({ found, days }: KeyCardProps) {
  const t = useText();
  const day = writeDay(found.notAfter.toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' }), t.language);
  return (
    <div class={days === undefined ? 'notice success' : 'notice warning'} role="status">
      <Icon name="key" />
      <div>
        <p>
          <strong>{t(panelTexts.keyGood)}</strong>
        </p>
        <p>
          {found.owner}
          {found.iin !== undefined && ` · ${found.iin}`}
        </p>
        <p>{days === undefined ? t(panelTexts.keyUntil, { day }) : t(panelTexts.keyEnds, { n: days })}</p>
      </div>
    </div>
  );
}
