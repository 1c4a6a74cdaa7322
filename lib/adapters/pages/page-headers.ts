/** The one policy that may make a script's address out of text: web/main.tsx names the service worker by it. */
export const TRUSTED_TYPES = 'e-akimat';

/** NCALayer, the program of the national certification authority on the visitor's own machine. */
const NCALAYER = 'wss://127.0.0.1:13579';

/**
 * For every document of web/. Nothing comes from elsewhere and nothing runs that was not bundled; `storage` are the
 * origins where scans are put and documents are fetched from.
 */
export const pageHeaders = (storage: readonly string[]) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
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
  'cross-origin-opener-policy': 'same-origin',
  // Says nothing of local network access: NCALayer is reached by it.
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cache-control': 'no-cache',
});
