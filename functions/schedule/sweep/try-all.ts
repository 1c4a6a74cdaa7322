/** Does something for each item, one after another; a failure does not stop the rest. */
export async function tryAll<Each>(all: readonly Each[], act: (each: Each) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const each of all)
    try {
      await act(each);
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0) throw new Error(`${failures.length} of ${all.length} failed`, { cause: failures[0] });
}
