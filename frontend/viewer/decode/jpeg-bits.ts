import { cutOff, damaged } from './samples';

/** Codes of up to this length are found by one look into a table. */
const FAST = 9;

/** Bits that may be read beyond the last byte of a scan: some encoders save the padding. */
const GRACE_BITS = 64;

/** A Huffman table (ISO 10918-1 Annex C). */
export interface HuffmanTable {
  /** By the next nine bits: length of the code * 256 + its value, 0 where the code is longer. */
  readonly fast: Uint16Array;
  /** By length: the largest code, -1 where there is none, and what to add to a code to get the place of its value. */
  readonly largest: Int32Array;
  readonly offset: Int32Array;
  readonly values: Uint8Array;
}

/** @param counts how many codes there are of each length from 1 to 16 */
export function huffmanTable(counts: Uint8Array, values: Uint8Array): HuffmanTable {
  const fast = new Uint16Array(1 << FAST);
  const largest = new Int32Array(17).fill(-1);
  const offset = new Int32Array(17);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= 16; length++) {
    offset[length] = place - code;
    for (let left = counts[length - 1]; left > 0; left--, code++, place++) {
      if (length <= FAST) {
        fast.fill((length << 8) | values[place], code << (FAST - length), (code + 1) << (FAST - length));
      }
      largest[length] = code;
    }
    if (code > 1 << length) {
      throw damaged();
    }
    code <<= 1;
  }
  return { fast, largest, offset, values };
}

/** Bits of entropy-coded data, without the zero bytes stuffed after 0xFF (ISO 10918-1 F.1.2.3). */
export class JpegBits {
  #bits = 0;
  #count = 0;
  #missing = 0;

  /** @param at of the first byte */
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
  ) {}

  /** The value of the next code. */
  symbol(table: HuffmanTable): number {
    if (this.#count < 16) {
      this.#fill();
    }
    const entry = table.fast[(this.#bits >>> (this.#count - FAST)) & ((1 << FAST) - 1)];
    if (entry !== 0) {
      this.#count -= entry >> 8;
      return entry & 255;
    }
    const next = (this.#bits >>> (this.#count - 16)) & 0xffff;
    for (let length = FAST + 1; length <= 16; length++) {
      const code = next >> (16 - length);
      if (code <= table.largest[length]) {
        this.#count -= length;
        return table.values[code + table.offset[length]];
      }
    }
    throw damaged();
  }

  /** The next bits as a number; 16 at most. */
  read(length: number): number {
    if (this.#count < length) {
      this.#fill();
    }
    this.#count -= length;
    return (this.#bits >>> this.#count) & ((1 << length) - 1);
  }

  /** A difference of the given size in bits (ISO 10918-1 F.2.2.1 EXTEND). */
  difference(size: number): number {
    const value = this.read(size);
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  /** Goes behind the next restart marker. */
  restart(): void {
    this.requireEnough();
    this.#count = this.#missing = 0;
    const { bytes } = this;
    while (this.at + 1 < bytes.length && !(bytes[this.at] === 0xff && (bytes[this.at + 1] & 0xf8) === 0xd0)) {
      if (bytes[this.at] === 0xff && bytes[this.at + 1] !== 0 && bytes[this.at + 1] !== 0xff) {
        throw damaged();
      }
      this.at++;
    }
    this.at += 2;
  }

  /** @throws UndecodableError when more was read than there was */
  requireEnough(): void {
    if (this.#missing * 8 - this.#count > GRACE_BITS) {
      throw cutOff();
    }
  }

  #fill(): void {
    while (this.#count <= 24) {
      this.#bits = (this.#bits << 8) | this.#byte();
      this.#count += 8;
    }
  }

  /** A marker ends the data; zeros follow it. */
  #byte(): number {
    const { bytes } = this;
    const byte = bytes[this.at];
    if (this.at >= bytes.length || (byte === 0xff && bytes[this.at + 1] !== 0)) {
      this.#missing++;
      return 0;
    }
    this.at += byte === 0xff ? 2 : 1;
    return byte;
  }
}
