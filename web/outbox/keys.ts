import { readKept } from '../session/kept.ts';
import { answerOf, within } from './database.ts';
import { makeKey } from './seal.ts';

export interface SessionKey {
  readonly id: string;
  readonly account: string;
  readonly key: CryptoKey;
}

/** Whose session it is; citizens use devices of other people, so they have no outbox. */
export function employeeHere(): string | undefined {
  const kept = readKept();
  return kept && kept.role !== 'applicant' ? kept.account : undefined;
}

/** The name of the key of this session. */
export function ownKeyId(): string | undefined {
  const kept = readKept();
  return kept && `${kept.account} ${kept.endsAt}`;
}

/** The key of this session, made when it is first needed; undefined if no employee is signed in. */
export async function ownKey(): Promise<SessionKey | undefined> {
  const [account, id] = [employeeHere(), ownKeyId()];
  if (account === undefined || id === undefined) return undefined;
  const made: SessionKey = { id, account, key: await makeKey() };
  return within(['keys'], 'readwrite', async (store) => {
    const found = (await answerOf(store('keys').get(id))) as SessionKey | undefined;
    if (!found) store('keys').put(made);
    return found ?? made;
  });
}

/** @throws if the employee has signed out since */
export async function keyOf(id: string): Promise<CryptoKey> {
  const found = await within(['keys'], 'readonly', (store) => answerOf(store('keys').get(id)));
  if (!found) throw new Error('the key is gone');
  return (found as SessionKey).key;
}
