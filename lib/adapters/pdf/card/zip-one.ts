import { crc32, deflateRawSync } from 'node:zlib';

/** DOS time begins in 1980 (PKWARE APPNOTE 4.4.6); the date says nothing here. */
const FIRST_DAY = 0x21;

/**
 * A ZIP archive of one file, deflated (PKWARE APPNOTE 4.3). zlib is part of Node and does it at once; a library in JavaScript takes a fifth of the
 * time of a first card to warm up.
 *
 * @param name ASCII
 */
export function zipOne(name: string, octets: Uint8Array): Buffer {
  const packed = deflateRawSync(octets);
  const named = Buffer.from(name);
  // version needed, flags, method (8: deflate), time, date, CRC-32, sizes, length of the name, of the extra field.
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt16LE(FIRST_DAY, 8);
  facts.writeUInt32LE(crc32(octets), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(octets.length, 18);
  facts.writeUInt16LE(named.length, 22);
  const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, named, packed]);
  // Made by version 2.0; comment, disk, attributes and the place of the file are zero.
  const entry = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), facts, Buffer.alloc(14), named]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(file.length, 12);
  return Buffer.concat([file, entry, Buffer.from('PK\u0005\u0006'), end]);
}
