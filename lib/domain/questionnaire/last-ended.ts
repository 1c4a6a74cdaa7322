import { monthAfter, monthOf } from '../statistics/month.ts';

const DAY = 86_400_000;

/**
 * The month before the one in which yesterday lies. A running month would show each answer as it comes, and a write begun
 * at midnight may still be under way.
 */
export const lastEnded = (now: Date): string => monthAfter(monthOf(new Date(now.getTime() - DAY).toISOString()), -1);
