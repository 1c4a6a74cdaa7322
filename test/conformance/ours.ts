import { answerPathLine, verifyEds } from '../../lib/eds/library.ts';
import type { Judge } from './judge.ts';
import { pathLineOf } from './pkits.ts';

export const ours: Judge = {
  name: 'lib/eds',
  acceptsPath: async (given) => answerPathLine(pathLineOf(given)).valid,
  acceptsCms: async (given) => verifyEds(given).verdict === 'passed',
};
