/** `number-request` → `NumberRequest`: construct ids and the places in compiled machines. */
export const pascalCase = (verb: string) =>
  verb
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
