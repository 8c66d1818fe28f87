import { afterEach, describe, expect, it, vi } from 'vitest';
import { framesOfInstance } from '../frame';
import { dicomFile } from './dicom-file';

const [frame] = framesOfInstance({ '00080018': { Value: ['1.2.3'] }, '00280010': { Value: [1] }, '00280011': { Value: [2] }, '7FE00010': { vr: 'OW' } }, '/study/instances');
const file = new Uint8Array([...new Uint8Array(128), 0x44, 0x49, 0x43, 0x4d, 13, 10, 45, 45, 0, 255]);

function answer(bytes: readonly BlobPart[], type: string): void {
  vi.stubGlobal('fetch', (url: string) => {
    expect(url).toBe('/study/instances/1.2.3');
    return Promise.resolve(new Response(new Blob([...bytes]), { status: 200, headers: { 'Content-Type': type } }));
  });
}

const fetched = async () => new Uint8Array(await (await dicomFile(frame, new AbortController().signal)).arrayBuffer());

afterEach(() => vi.unstubAllGlobals());

describe('dicomFile', () => {
  it('is the part of the answer, byte for byte', async () => {
    answer(['--b\r\nContent-Type: application/dicom\r\n\r\n', file, '\r\n--b--'], 'multipart/related; boundary=b');
    expect(await fetched()).toEqual(file);
  });

  it('is the answer of a server that makes no parts', async () => {
    answer([file], 'application/dicom');
    expect(await fetched()).toEqual(file);
  });

  it('is never something else under the name of a DICOM file', async () => {
    answer(['{"error":"gone"}'], 'application/json');
    await expect(fetched()).rejects.toThrow('did not answer with a DICOM file');
  });

  it('is not the part that was cut off', async () => {
    answer(['--b\r\nContent-Type: application/dicom\r\n\r\n', file], 'multipart/related; boundary=b');
    await expect(fetched()).rejects.toThrow('cut off');
  });
});
