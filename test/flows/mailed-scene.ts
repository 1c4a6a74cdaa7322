import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { demoIin } from '../../lib/local/demo/demo-number.ts';
import { operate } from './operator.ts';
import type { RunningPlatform } from './running-platform.ts';
import { actor, certificate, doWork, draftOf, letSign, submit, workOf, type Actor } from './scene.ts';

export const visitor = {
  iin: demoIin('1980-01-01', 'female', 46),
  fullName: 'Демо Келуші',
  email: 'statuses@demo.example',
};
const resultEmail = 'keldi@demo.example';

/** A signed result at the office's counter whose visitor wants it by e-mail. */
export async function wanted(platform: RunningPlatform): Promise<{ readonly officer: Actor; readonly id: string }> {
  const officer = await actor(platform, 'officer-serik');
  await letSign(await actor(platform, 'head-bakyt'), officer);
  const office = officer.person.office ?? '';
  const { id } = await draftOf(officer, { ...certificate(office), channel: 'mio', visitor, resultEmail });
  await submit(officer, { id, attachment: '' });
  while ((await workOf(officer, id)).task !== 'hand-over') await doWork(officer, id);
  return { officer, id };
}

/** The mails to that visitor, or to another address, each with its parts as text; the sweeper, which sends them, does not wait for its minute. */
export async function mailed(platform: RunningPlatform, to = resultEmail): Promise<string[]> {
  const inbox = join(platform.dataDir, 'inbox');
  const operator = await operate(platform);
  await operator.run('sweep');
  operator.close();
  for (let second = 0; second < 120; second += 1) {
    const mails = readdirSync(inbox).map((file) => readFileSync(join(inbox, file), 'utf8'));
    const found = mails.filter((mail) => mail.includes(`To: ${to}`));
    if (found.length > 0) return found.map(decoded);
    await wait(1000);
  }
  return [];
}

const decoded = (mail: string) =>
  [mail, ...mail.split(/\r?\n\r?\n/).map((part) => Buffer.from(part, 'base64').toString())].join('\n');

/** The key in the address that a mail has. */
export const keyIn = (mail: string): string => /\/app\/(?:result|not-mine)#([\w.-]+)/.exec(mail)?.[1] ?? '';
