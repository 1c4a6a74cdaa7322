/** Fetches a script by its path in web/, without ending: `pages/home`, `later/sign-panel`. */
export type Load = (path: string) => Promise<unknown>;

let given: Load | undefined;

/**
 * Only web/main.ts knows where the scripts are: each of them needs the frame, so the frame cannot import them by name.
 */
export function loadBy(load: Load) {
  given = load;
}

/** The type is the module's, as in `load<typeof import('../later/sentence.ts')>('later/sentence')`. */
export async function load<Module>(path: string): Promise<Module> {
  if (!given) throw new Error('web/main.ts has not begun');
  return (await given(path)) as Module;
}
