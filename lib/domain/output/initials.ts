/** «Серікқызы Демо Айгерім» → «С. Д. А.»: the public register says no more about a person. */
export const initialsOf = (fullName: string): string =>
  fullName
    .split(/[\s-]+/)
    .filter((part) => part !== '')
    .map((part) => `${Array.from(part)[0]?.toUpperCase() ?? ''}.`)
    .join(' ');
