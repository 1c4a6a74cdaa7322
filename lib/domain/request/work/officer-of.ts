import type { Account } from '../../identity/account.ts';
import { SignerRole } from '../../output/document.ts';
import type { Officer } from './officer.ts';

/** The officer as a request and his documents name him; his position is that of his role. Throws for other roles. */
export const officerOf = ({ id, fullName, role }: Account): Officer => ({
  account: id,
  name: fullName,
  position: SignerRole.parse(role),
});
