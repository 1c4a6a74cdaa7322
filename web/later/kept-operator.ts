import * as kept from '../outbox/operator.ts';
import type { Operator } from '../parts/staff/use-counter.ts';

export const readOperator = async () => (await kept.readOperator()) as Operator | undefined;
