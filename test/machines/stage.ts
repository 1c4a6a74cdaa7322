import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { openAccounts } from '../../lib/adapters/identity/accounts.ts';
import { openCounters } from '../../lib/adapters/dynamo/counters.ts';
import { openIssuedDocuments } from '../../lib/adapters/dynamo/issued-documents.ts';
import { openRequests } from '../../lib/adapters/dynamo/requests.ts';
import { openGateways } from '../../lib/adapters/gateways/gateways.ts';
import { cardOf, type ServiceCard } from '../../lib/domain/regulation/card.ts';
import type { FindService } from '../../lib/domain/regulation/cards.ts';
import { placesOf } from '../../lib/domain/regulation/place.ts';
import type { Regulation } from '../../lib/domain/regulation/regulation.ts';
import { generateKey } from '../../lib/local/authority/key-pairs.ts';
import { systemRandom } from '../../lib/signing/random.ts';
import { makeAuthority } from '../../lib/local/demo/demo-authority.ts';
import { standInsFor } from '../lib/local/stand-ins/stand-ins-for.ts';
import { openMemoryTable } from '../lib/adapters/identity/memory-table.ts';
import { makeCast, type Cast } from './cast.ts';

/** A Monday, 10:00 in Almaty and Aqtau: offices are open, no holiday is near. */
export const start = new Date('2026-11-23T05:00:00Z');

export interface Scene {
  readonly card: ServiceCard;
  readonly cast: Cast;
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** What the cases of some regulations share: a table, an authority, the state's registers, and people at every desk. */
export async function openStage(regulations: readonly Regulation[]) {
  const unknown = new Set<string>();
  /** The clock of registers and payments; each case sets its own. */
  const time = { now: Date.now };
  const [table, authority, key, standIns] = await Promise.all([
    openMemoryTable(),
    makeAuthority('rsa', start, systemRandom),
    generateKey('rsa', systemRandom),
    standInsFor({ unknown, clock: () => new Date(time.now()) }),
  ]);
  const scenes = new Map<string, Scene>();
  for (const regulation of regulations) {
    const card = cardOf(regulation);
    const desk = (kind: string) => placesOf(regulation).find((place) => place.kind === kind)?.code ?? 'none';
    const cast = await makeCast(
      card,
      { con: desk('centre'), akim: desk('akim') },
      { table, nca: authority.nca, key, start },
    );
    unknown.add(cast.unknown.account.iin);
    scenes.set(card.id, { card, cast });
  }
  return {
    table,
    authority,
    scene: (id: string): Scene => {
      const scene = scenes.get(id);
      if (!scene) throw new Error(`the stage has no ${id}`);
      return scene;
    },
    findService: ((id) => scenes.get(id)?.card) as FindService,
    requests: openRequests(table),
    accounts: openAccounts(table),
    counters: openCounters(table),
    register: openIssuedDocuments(table),
    gateways: openGateways(standIns.line),
    time,
    invoices: standIns.invoices,
    closeAccount: (id: string) =>
      table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk: `ACCOUNT#${id}`, sk: 'ACCOUNT' } })),
    close: () => Promise.all([table.close(), standIns.stop()]),
  };
}
