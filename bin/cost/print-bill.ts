import type { Bill, Charge } from './reckon.ts';
import { totalOf } from './reckon.ts';

export function printBill(title: string, { basis, beside }: Bill): void {
  console.log(`\n${title}\n      count   $ per 1,000`);
  for (const charge of basis) print(charge);
  print({ what: 'together', dollars: totalOf(basis) });
  console.log('      beside it, without a target:');
  for (const charge of beside) print(charge);
  print({ what: 'with these', dollars: totalOf(basis) + totalOf(beside) });
}

function print({ what, count, dollars }: Omit<Charge, 'count'> & Partial<Charge>): void {
  const counted = count === undefined ? '' : count.toFixed(Number.isInteger(count) ? 0 : 1);
  console.log(`${counted.padStart(11)}  ${dollars.toFixed(4).padStart(10)}  ${what}`);
}
