const keys = (...names: string[]) =>
  names.map((AttributeName, i) => ({ AttributeName, KeyType: i === 0 ? ('HASH' as const) : ('RANGE' as const) }));

/** A table with an index, as the template would describe it. */
export const table = {
  name: 'case',
  AttributeDefinitions: ['pk', 'sk', 'office', 'due'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: keys('pk', 'sk'),
  GlobalSecondaryIndexes: [
    { IndexName: 'byOffice', KeySchema: keys('office', 'due'), Projection: { ProjectionType: 'ALL' } },
  ],
};
