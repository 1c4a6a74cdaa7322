import { answerOf, within } from './database.ts';
import { LIFE } from './entry.ts';
import { employeeHere, keyOf, ownKey } from './keys.ts';
import { sealValue, unsealValue, type Sealed } from './seal.ts';

export interface SealedOperator extends Sealed {
  readonly account: string;
  readonly key: string;
  readonly at: number;
}

/** Who serves at this counter, for a page that is opened without a connection. */
export async function keepOperator<Operator extends { readonly id: string }>(operator: Operator): Promise<void> {
  const own = await ownKey();
  if (own?.account !== operator.id) return;
  const sealed = await sealValue(own.key, operator, own.account);
  const record = { account: own.account, key: own.id, at: Date.now(), ...sealed } satisfies SealedOperator;
  await within(['operators'], 'readwrite', (store) => answerOf(store('operators').put(record)));
}

export async function readOperator(): Promise<unknown> {
  const account = employeeHere();
  if (account === undefined) return undefined;
  const asked = await within(['operators'], 'readonly', (store) => answerOf(store('operators').get(account)));
  const found = asked as SealedOperator | undefined;
  if (!found || Date.now() >= found.at + LIFE) return undefined;
  return unsealValue(await keyOf(found.key), found, account);
}
