/** What a file is by its first bytes. 'object' is DICOM and everything that is nothing else here. */
export type FileKind = 'object' | 'zip' | 'pdf' | 'jpeg' | 'png' | 'mp4';

const LOOKED_AT = 1024;
/** Preamble before the prefix (PS3.10 7.1). */
const PREAMBLE_BYTES = 128;

/** @throws when the browser may not or cannot read the file */
export async function fileKind(file: Blob): Promise<FileKind> {
  return kindOf(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()));
}

export function kindOf(bytes: Uint8Array): FileKind {
  const start = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  if (start.startsWith('DICM', PREAMBLE_BYTES)) {
    return 'object';
  }
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) {
    return 'zip';
  }
  if (start.startsWith('\xff\xd8\xff')) {
    return 'jpeg';
  }
  if (start.startsWith('\x89PNG\r\n\x1a\n')) {
    return 'png';
  }
  if (start.startsWith('ftyp', 4)) {
    return 'mp4';
  }
  return start.includes('%PDF-') ? 'pdf' : 'object';
}
