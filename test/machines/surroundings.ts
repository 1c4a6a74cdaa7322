import { demoBin } from '../../lib/local/demo/demo-number.ts';
import { openEdsCheck } from '../../lib/adapters/trust/check-eds.ts';
import { renderOutput } from '../../lib/adapters/pdf/render.ts';
import type { Engine } from '../../lib/local/asl/engine.ts';
import type { FeeOf } from '../../lib/domain/payment/fees.ts';
import type { Clock } from '../../lib/local/clock.ts';
import { fingerprint } from '../../lib/local/demo/seed.ts';
import { openDocuments } from './documents.ts';
import type { Stage } from './stage.ts';
import { keepTrust } from './trust.ts';
import { unstamped } from '../lib/adapters/trust/unstamped.ts';
import { places } from '../../lib/domain/regulation/places.ts';

export type Surroundings = ReturnType<typeof surround>;

/** Everything that the functions of one case need, wired like their handlers, with the case's clock. */
export function surround(
  stage: Stage,
  clock: Clock,
  engine: () => Pick<Engine, 'succeed'>,
  feeOf: FeeOf = () => undefined,
) {
  const trust = keepTrust(stage.authority, clock.now);
  const EDS_ANCHORS = [fingerprint(stage.authority.root.certificate)];
  const settings = { TRUST_BUCKET: 'none', EDS_PROFILE: 'demo', EDS_ANCHORS, OCSP_SOURCES: [] };
  const shared = {
    requests: stage.requests,
    accounts: stage.accounts,
    counters: stage.counters,
    register: stage.register,
    gateways: stage.gateways,
    feeOf,
    findService: stage.findService,
    places,
    documents: openDocuments(),
    refused: openDocuments(),
    checkEds: openEdsCheck(settings, trust.bucket),
    binOf: async () => demoBin(1),
    stamps: true,
    ...{ extend: unstamped, renew: unstamped },
    renderOutput,
    publicUrl: 'https://akimat.example',
    machines: {
      signal: (token: string, outcome: string, alarmSeconds?: number) =>
        engine().succeed(token, { outcome, ...(alarmSeconds !== undefined && { alarmSeconds }) }),
    },
  };
  return { trust, clock, needs: () => ({ ...shared, now: new Date(clock.now()) }) };
}
