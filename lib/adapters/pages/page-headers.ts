import { createHash } from 'node:crypto';
import type { PageDocument } from './write-document.ts';

/** The only trusted-types policy that may make a script's address from text; web/frame/keep-shell.ts uses it for the service worker. */
export const TRUSTED_TYPES = 'e-akimat';

/** NCALayer, the national certification authority's program on the visitor's own machine. */
const NCALAYER = 'wss://127.0.0.1:13579';

const byHash = (texts: readonly string[]) =>
  texts.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`).join('');

/**
 * Headers of every document of web/. Pages load nothing from elsewhere and run only what was bundled: its files, and by their
 * hashes the scripts and style sheets that stand in the document itself. `storage` are the origins to which scans are uploaded
 * and from which documents are fetched.
 */
export const pageHeaders = (storage: readonly string[], { scripts, styles }: Omit<PageDocument, 'text'>) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `script-src 'self'${byHash(scripts)}`,
    `style-src 'self'${byHash(styles)}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${[NCALAYER, ...storage].join(' ')}`,
    "worker-src 'self'",
    'frame-src blob:',
    "manifest-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES}`,
  ].join('; '),
  // Local network access is not restricted here, because pages reach NCALayer by it.
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-cache',
});
