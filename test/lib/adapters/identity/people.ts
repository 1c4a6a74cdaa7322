import type { Account } from '../../../../lib/domain/identity/account.ts';
import type { Role } from '../../../../lib/domain/access/roles.ts';

export const saule = '880414400019';
export const daniyar = '900101350122';
export const password = 'отырар-кітапханасы';
export const start = new Date('2026-11-23T04:00:00Z');

export const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

export const accountOf = (iin: string, role: Role = 'applicant', office?: string): Account => ({
  id: `account-${iin}`,
  iin,
  fullName: 'Ахметова Сауле Бериковна',
  language: 'kk',
  role,
  ...(office !== undefined && { office }),
  createdAt: start.toISOString(),
});
