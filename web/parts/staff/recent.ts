import { remembered } from '../../kit.ts';

/** How many of the latest services have a key. */
const RECENT = 5;

/** The services that this operator used last, on this device: ids of services, nothing about visitors. */
export function recentServices(account: string) {
  const kept = remembered(`services:${account}`);
  const all = (kept.get() ?? '').split(' ').filter((id) => id !== '');
  return {
    all: all.slice(0, RECENT),
    add: (id: string) => kept.set([id, ...all.filter((each) => each !== id)].slice(0, RECENT).join(' ')),
  };
}
