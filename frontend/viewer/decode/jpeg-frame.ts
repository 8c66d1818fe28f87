import type { HuffmanTable } from './jpeg-bits';

/** Order of the coefficients of a block (ISO 10918-1 Figure A.6). */
export const ZIGZAG = Uint8Array.of(
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
);

/** One component of a frame (ISO 10918-1 B.2.2). */
export interface JpegComponent {
  readonly id: number;
  /** Samples in a block row and column of an MCU, against the largest of all components. */
  readonly horizontal: number;
  readonly vertical: number;
  readonly quantization: number;
}

/** Frame header: 'SOF' with its number, which names the process. */
export interface JpegFrame {
  readonly process: number;
  readonly precision: number;
  readonly rows: number;
  readonly columns: number;
  readonly components: readonly JpegComponent[];
}

/** Scan header (ISO 10918-1 B.2.3); for the lossless process `start` is the predictor and `low` the point transform. */
export interface JpegScan {
  readonly parts: readonly { readonly component: number; readonly dc: number; readonly ac: number }[];
  readonly start: number;
  readonly end: number;
  readonly high: number;
  readonly low: number;
}

/** Tables as they stand when a scan begins. */
export interface JpegTables {
  readonly quantization: (Uint16Array | undefined)[];
  readonly dc: (HuffmanTable | undefined)[];
  readonly ac: (HuffmanTable | undefined)[];
  /** MCUs between restart markers, 0 without. */
  restartInterval: number;
}

/** Turns the scans of one frame into samples. */
export interface JpegProcess {
  /** @returns where the scan's data ends */
  scan(scan: JpegScan, tables: JpegTables, bytes: Uint8Array, at: number): number;
  /** All samples, pixel by pixel. */
  finish(): Uint8Array | Uint16Array;
}
