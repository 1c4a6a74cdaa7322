/** Of a local platform's tables the one with requests, accounts and documents: the template's `Table`, with the hash that CDK puts behind. */
export function requestsTable(names: readonly string[] = []): string {
  const found = names.find((name) => /-Table[0-9A-F]{8}$/.test(name));
  if (found === undefined) throw new Error(`there is no table of requests among ${names.join(', ') || 'none'}`);
  return found;
}
