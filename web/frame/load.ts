/** The hash in the names of the scripts of pages and parts stands in the document: each of them names the frame. */
const { hash } = document.documentElement.dataset;

/**
 * Fetches a script by its path in web/, without ending: `pages/home`, `later/sign-panel`. The type is the module's, as in
 * `load<typeof import('../later/sentence.ts')>('later/sentence')`.
 */
export const load = async <Module>(path: string): Promise<Module> =>
  import(`/app/assets/${path.replaceAll('/', '-')}-${hash}.js`) as Promise<Module>;
