import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the stand-ins that serve a data folder can be reached. */
export const addressFile = (dataDir: string) => join(dataDir, 'gateway-address');

/** Where the stand-ins of a data folder keep their invoices. */
export const invoicesFile = (dataDir: string) => join(dataDir, 'gateway-invoices.json');

export const readAddress = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);

export function writeAddress(file: string, url: string) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${url}\n`);
}

/** Only if nobody else has written another address meanwhile. */
export function removeAddress(file: string, url: string) {
  if (readAddress(file) === url) rmSync(file);
}
