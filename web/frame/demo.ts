/** The local platform says so in its HTML documents (functions/site/show-page); a deployment never does. */
export const isDemo = document.documentElement.dataset['demo'] !== undefined;
