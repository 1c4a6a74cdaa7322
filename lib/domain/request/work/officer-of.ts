import type { Holder } from '../../access/roles.ts';
import { SignerRole } from '../../output/document.ts';
import type { Officer } from '../../output/output.ts';

/** The officer as the request and its documents name them; the position is that of the role. Throws for other roles. */
export const officerOf = ({ id, fullName, role, office }: Holder): Officer => ({
  account: id,
  name: fullName,
  position: SignerRole.parse(role),
  ...(office !== undefined && { place: office }),
});
