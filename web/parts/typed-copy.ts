type Values = Readonly<Record<string, string>>;

/**
 * Input that has not been sent to the server yet, kept only in this tab: a reload or the end of a session loses
 * nothing. Signing out removes it, and so does closing the tab.
 */
export const typedCopy = (name: string) => {
  const key = `typed:${name}`;
  return {
    get: (): Values | undefined => {
      const kept = sessionStorage.getItem(key);
      return kept === null ? undefined : (JSON.parse(kept) as Values);
    },
    set: (values: Values) => sessionStorage.setItem(key, JSON.stringify(values)),
    forget: () => sessionStorage.removeItem(key),
  };
};
