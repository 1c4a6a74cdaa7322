import { useEffect, useState } from 'preact/hooks';
import { demoKeysAt, type DemoKey, type DemoKeyHolder } from '../../lib/signing/demo-key.ts';
import { Notice, useText } from '../kit.ts';
import type { Who } from '../signing/way.ts';
import { demoKeyTexts } from '../texts/demo-keys.ts';

/** Fetches the chosen key. */
export type GiveDemoKey = (who: Who) => Promise<DemoKey | undefined>;

interface Props {
  readonly who: Who;
  readonly offer: (give: GiveDemoKey) => void;
}

const fetchJson = async <Value,>(path: string): Promise<Value | undefined> => {
  const answer = await fetch(`${demoKeysAt}${path}`).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as Value) : undefined;
};

/** Chooses a demo person, unless the person is given, and the family of their key. */
export function DemoKeys({ who, offer }: Props) {
  const t = useText();
  const [people, setPeople] = useState<readonly DemoKeyHolder[]>([]);
  const [chosen, setChosen] = useState<string>();
  useEffect(() => void fetchJson<readonly DemoKeyHolder[]>('').then((found) => setPeople(found ?? [])), []);
  const offered = people
    .filter(({ iin }) => who.iin === undefined || iin === who.iin)
    .flatMap(({ name, company, revoked, keys }) =>
      keys[who.purpose].map((key) => ({ ...key, name: company ? `${name}, ${company}` : name, revoked })),
    );
  const file = chosen ?? offered[0]?.file;
  useEffect(() => {
    offer(async () => (file === undefined ? undefined : fetchJson<DemoKey>(`/${file}`)));
  });
  return (
    <>
      <Notice kind="warning">{t(demoKeyTexts.warning)}</Notice>
      <div class="field">
        <label for="demo-key">{t(demoKeyTexts.whose)}</label>
        <select id="demo-key" value={file} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {offered.map(({ file: each, name, family, revoked }) => (
            <option key={each} value={each}>
              {name}, {family}
              {revoked && ` (${t(demoKeyTexts.revoked)})`}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
