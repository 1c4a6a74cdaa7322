/** Named by the Content-Security-Policy (lib/adapters/pages/page-headers.ts). */
const POLICY = 'e-akimat';
const WORKER = '/app/service-worker.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

/** Lets the service worker cache the pages' files, after the page itself is shown. */
export function keepShell() {
  if (!('serviceWorker' in navigator)) return;
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const rules = { createScriptURL: (url: string) => (url === WORKER ? url : '') };
  const address = trustedTypes?.createPolicy(POLICY, rules).createScriptURL(WORKER) ?? WORKER;
  const register = () => void navigator.serviceWorker.register(address, { scope: '/' }).catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
