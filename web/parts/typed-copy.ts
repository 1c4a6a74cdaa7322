type Values = Readonly<Record<string, string>>;

/**
 * What was typed and has not gone to the server yet, kept in this tab alone: a reload and a session that ended lose
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
