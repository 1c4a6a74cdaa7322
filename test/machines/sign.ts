import { signCms } from '../../lib/local/authority/cms.ts';
import type { Player } from './cast.ts';

/** At home, with the person's own key: a detached CMS, in base64. */
export const sign = ({ signer }: Player, content: Uint8Array, now: number): string =>
  Buffer.from(signCms({ content, detached: true, signer, signingTime: new Date(now) })).toString('base64');
