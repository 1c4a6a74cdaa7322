/** The hash in the names of the scripts of pages and parts stands in the document. */
const { hash } = document.documentElement.dataset;

declare global {
  /** What scripts have exported, by their path in web/; those in the document are here from the beginning. */
  var given: Record<string, object>;
}
globalThis.given = {};

/**
 * What a script exports, by its path in web/, without ending: `pages/home`, `later/sign-panel`. Its file is fetched if it is not
 * here yet. The type is the module's, as in `load<typeof import('../later/sentence.ts')>('later/sentence')`.
 */
export async function load<Module>(path: string): Promise<Module> {
  if (!given[path]) await import(`/app/assets/${path.replaceAll('/', '-')}-${hash}.js`);
  return given[path] as Module;
}
