import { setTimeout as wait } from 'node:timers/promises';
import { addressFile, readAddress } from '../../lib/local/stand-ins/address-file.ts';
import type { RunningPlatform } from './running-platform.ts';
import { draftOf, submit, type Actor } from './scene.ts';

/** The service that costs something under `npm start -- --paid`. */
export const service = 'zhambyl-disabled-child-support';

interface Shown {
  readonly state: string;
  readonly number?: string;
  readonly because?: string;
  readonly invoice?: { readonly number: string; readonly state: string; readonly paidAt?: string };
  readonly history: readonly { readonly code: string }[];
}

export const shown = ({ client }: Actor, id: string) => client.get<Shown>(`/requests/${id}`);

/** Looks for two minutes until the request is so. */
export async function until(actor: Actor, id: string, isSo: (request: Shown) => boolean): Promise<Shown> {
  for (let look = 0; look < 480; look += 1) {
    const request = await shown(actor, id);
    if (isSo(request)) return request;
    await wait(250);
  }
  throw new Error(`it never came to that: ${JSON.stringify(await shown(actor, id))}`);
}

/** A submitted application for the paid service. */
export async function applied(applicant: Actor): Promise<string> {
  const { offices } = await applicant.client.get<{ offices: { code: string }[] }>(`/services/${service}`);
  const draft = await draftOf(applicant, { service, channel: 'portal', office: offices[0]!.code });
  await submit(applicant, draft);
  return draft.id;
}

/** Where the stand-ins of a running platform can be told things. */
export const standInsOf = ({ dataDir }: RunningPlatform): string => readAddress(addressFile(dataDir)) ?? '';
