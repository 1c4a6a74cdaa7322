import * as z from 'zod';
import { roleWords } from '../../../domain/access/role-words.ts';
import { Role } from '../../../domain/access/roles.ts';
import type { Account } from '../../../domain/identity/account.ts';
import { placeName } from '../../../domain/regulation/places.ts';
import { ShownInstant } from './shown-instant.ts';
import { ShownText } from './shown-text.ts';

const PostView = z.object({
  role: Role,
  roleText: ShownText,
  office: z.string().optional().meta({ description: 'Code of the office, centre or akim' }),
  officeName: z.string().optional(),
  position: z.string().optional(),
});

/** One of the people of the offices, as administrators see them: no IIN, no contacts. */
export const StaffView = z
  .object({
    account: z.string(),
    fullName: z.string(),
    post: PostView.optional().meta({ description: 'Absent until the first post is accepted' }),
    offered: PostView.extend({ at: ShownInstant }).optional().meta({ description: 'Waits for its holder' }),
    suspended: ShownInstant.optional(),
    proved: z.boolean().meta({ description: 'Whether an EDS has proved who they are' }),
  })
  .meta({ id: 'Staff' });

type Post = Pick<Account, 'role' | 'office' | 'position'>;

const viewPost = ({ role, office, position }: Post): z.infer<typeof PostView> => ({
  ...{ role, roleText: roleWords[role] },
  ...(office !== undefined && { office, officeName: placeName(office) }),
  ...(position !== undefined && { position }),
});

export const viewStaff = (account: Account): z.infer<typeof StaffView> => ({
  ...{ account: account.id, fullName: account.fullName, proved: account.confirmed !== undefined },
  ...(account.role !== 'applicant' && { post: viewPost(account) }),
  ...(account.offered && { offered: { ...viewPost(account.offered), at: account.offered.at } }),
  ...(account.suspended !== undefined && { suspended: account.suspended }),
});
