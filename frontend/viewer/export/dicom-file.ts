import { request } from '../dicomweb-request';
import { SCHEME, type Frame } from '../frame';
import { onlyPart } from '../multipart';

/** The whole object exactly as it is stored (PS3.18 8.7.3.5.2). */
const AS_STORED = 'multipart/related; type="application/dicom"; transfer-syntax=*';

/** Length of the preamble before `DICM` (PS3.10 7.1). */
const PREAMBLE = 128;

/** The DICOM file of the instance that a frame is part of. */
export async function dicomFile({ imageId }: Frame, signal: AbortSignal): Promise<Blob> {
  const address = imageId.slice(SCHEME.length + 1).replace(/\/frames\/\d+$/, '');
  const response = await request(address, AS_STORED, signal);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isMultipart = (response.headers.get('Content-Type') ?? '').toLowerCase().startsWith('multipart/');
  const file = isMultipart ? onlyPart(bytes).body : bytes;
  if (new TextDecoder().decode(file.subarray(PREAMBLE, PREAMBLE + 4)) !== 'DICM') {
    throw new Error('The server did not answer with a DICOM file.');
  }
  return new Blob([file], { type: 'application/dicom' });
}
