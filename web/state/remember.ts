/** A choice of this visitor that lasts beyond the visit and says nothing about a person. */
export const remembered = (name: string) => ({
  get: () => localStorage.getItem(name) ?? undefined,
  set: (value: string) => localStorage.setItem(name, value),
});
