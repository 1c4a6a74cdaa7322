/** An attribute's value as DynamoDB's wire format has it. */
type Value = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, Value>>;

const utf8 = (text: string) => Buffer.byteLength(text);

/** Octets of an item as DynamoDB counts them («DynamoDB item sizes and formats»): names and values, and 1 to 3 for each nesting. */
export const itemSize = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueSize(value), 0);

function valueSize(value: Value): number {
  const [kind, held] = Object.entries(value)[0] ?? [];
  if (kind === 'S') return utf8(String(held));
  if (kind === 'N') return Math.ceil(String(held).replace(/^[-0.]+/, '').length / 2) + 1;
  if (kind === 'B') return Math.floor((String(held).length * 3) / 4);
  if (kind === 'M') return 3 + Object.keys(held as Item).length + itemSize(held as Item);
  if (kind === 'L') return 3 + (held as Value[]).reduce((sum, each) => sum + 1 + valueSize(each), 0);
  if (kind === 'SS' || kind === 'NS') return (held as string[]).reduce((sum, each) => sum + utf8(each), 0);
  return 1;
}
