import { describe, expect, it } from 'vitest';
import { refused, type Fate } from './fate';
import { kindOf } from './file-kind';
import { UploadError, type FateList, type NewUpload, type UploadState, type UploadStatus } from './upload-api';
import { SMALL, UploadQueue } from './upload-queue';

/** A server that keeps what it is sent, and can be taken away. */
class Server {
  readonly singles: string[] = [];
  readonly discarded: string[] = [];
  readonly uploads = new Map<string, NewUpload & { bytes: number; fates: Fate[]; state: UploadState }>();
  /** What the next requests of a kind fail with, one after the other. */
  readonly failures: { method: string; kind: UploadError['kind']; message?: string }[] = [];
  mostAtOnce = 0;
  running = 0;

  async #run<T>(method: string, signal: AbortSignal, answer: () => T): Promise<T> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.running);
    await Promise.resolve();
    this.running--;
    signal.throwIfAborted();
    const failure = this.failures[0];
    if (failure?.method === method) {
      this.failures.shift();
      throw new UploadError(failure.kind, failure.message ?? '');
    }
    return answer();
  }

  single = (path: string, _file: ArrayBuffer, signal: AbortSignal) =>
    this.#run('single', signal, () => {
      this.singles.push(path);
      return imported(path);
    });

  begin = (upload: NewUpload, signal: AbortSignal) =>
    this.#run('begin', signal, () => {
      const id = upload.path;
      if (!this.uploads.has(id)) {
        this.uploads.set(id, { ...upload, bytes: 0, fates: [], state: 'RECEIVING' });
      }
      return this.#status(id);
    });

  append = (id: string, offset: number, piece: ArrayBuffer, signal: AbortSignal) =>
    this.#run('append', signal, () => {
      const upload = this.uploads.get(id)!;
      if (offset !== upload.bytes) {
        throw new UploadError('place', '');
      }
      upload.bytes += piece.byteLength;
      if (upload.bytes === upload.size) {
        upload.state = 'DONE';
        upload.fates.push(imported(`${id}/1`), refused(`${id}/2`, 'no image'));
      }
      return this.#status(id);
    });

  fates = (id: string, from: number, signal: AbortSignal): Promise<FateList> =>
    this.#run('fates', signal, () => {
      const { state, fates } = this.uploads.get(id)!;
      return { state, message: '', files: fates.slice(from), next: fates.length };
    });

  discard = async (id: string) => {
    this.discarded.push(id);
  };

  #status(id: string): UploadStatus {
    const { path, size, bytes, state } = this.uploads.get(id)!;
    return { id, path, size, offset: bytes, state, message: '' };
  }
}

function imported(path: string): Fate {
  return { path, outcome: 'IMPORTED', studyInstanceUid: '1.2.3', reason: '' };
}

function file(path: string, size = 10) {
  return { path, file: new File([new Uint8Array(size)], path.split('/').at(-1)!, { lastModified: 5 }) };
}

function queueTo(server: Server, kinds: Record<string, 'zip' | 'pdf'> = {}) {
  const waits: number[] = [];
  const progress = { count: 0 };
  const queue: UploadQueue = new UploadQueue({
    api: server,
    onChange: () => undefined,
    onProgress: () => {
      progress.count += 1;
    },
    unreadable: 'unreadable',
    kindOf: async (blob) => kinds[(blob as File).name] ?? 'object',
    wait: async (ms) => {
      waits.push(ms);
    },
  });
  return { queue, waits, progress };
}

async function settled(queue: UploadQueue): Promise<void> {
  await expect.poll(() => queue.isBusy).toBe(false);
}

describe('UploadQueue', () => {
  it('sends small files in one request each, three at a time', async () => {
    const server = new Server();
    const { queue } = queueTo(server);
    queue.add(Array.from({ length: 40 }, (_, i) => file(`cd/${i}`)));
    await settled(queue);
    expect(server.singles).toHaveLength(40);
    expect(server.mostAtOnce).toBe(3);
    expect([queue.doneFiles, queue.totalFiles, queue.sentBytes]).toEqual([40, 40, 400]);
    expect(queue.fates.studies.get('1.2.3')).toBe(40);
  });

  it('sends large files and ZIPs in pieces, and tells each file in them once', async () => {
    const server = new Server();
    const { queue } = queueTo(server, { 'a.zip': 'zip' });
    queue.add([file('a.zip'), file('big.dcm', SMALL + 5)]);
    await settled(queue);
    expect(server.singles).toEqual([]);
    expect(server.uploads.get('big.dcm')?.bytes).toBe(SMALL + 5);
    expect(queue.fates.of('IMPORTED').map(({ path }) => path).sort()).toEqual(['a.zip/1', 'big.dcm/1']);
    expect(queue.fates.of('REFUSED')).toHaveLength(2);
    expect(server.discarded.sort()).toEqual(['a.zip', 'big.dcm']);
  });

  it('tries again with growing pauses while nobody answers, and goes on where it stopped', async () => {
    const server = new Server();
    const { queue, waits } = queueTo(server);
    for (let i = 0; i < 7; i++) {
      server.failures.push({ method: 'begin', kind: 'later' });
    }
    server.failures.push({ method: 'append', kind: 'place' }, { method: 'fates', kind: 'later' });
    queue.add([file('big.dcm', SMALL + 5)]);
    await settled(queue);
    expect(waits.slice(0, 7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(queue.hold).toBeUndefined();
    expect(queue.fates.of()).toHaveLength(2);
  });

  it('stops when the session is over or the disk is full, and goes on with the same files', async () => {
    const server = new Server();
    const { queue } = queueTo(server);
    server.failures.push({ method: 'single', kind: 'full', message: 'no room' });
    queue.add([file('1'), file('2'), file('3'), file('4')]);
    await expect.poll(() => queue.hold).toEqual({ kind: 'full', message: 'no room' });
    expect(queue.isBusy).toBe(true);
    server.failures.splice(0, 9, { method: 'single', kind: 'session' });
    queue.resume();
    await expect.poll(() => queue.hold?.kind).toBe('session');
    queue.resume();
    await settled(queue);
    expect(queue.fates.of('IMPORTED').map(({ path }) => path).sort()).toEqual(['1', '2', '3', '4']);
  });

  it('tells that it gets on with each piece and each fate, and not while it is held', async () => {
    const server = new Server();
    const { queue, waits, progress } = queueTo(server, { 'a.zip': 'zip' });
    server.append = (id, offset, piece, signal) => {
      const upload = server.uploads.get(id)!;
      upload.bytes = offset + piece.byteLength;
      upload.state = waits.length < 20 ? 'HELD' : 'DONE';
      return server.begin(upload, signal);
    };
    queue.add([file('a.zip')]);
    await settled(queue);
    expect(waits).toHaveLength(20);
    expect(progress.count).toBe(1);
    queue.add([file('small')]);
    await settled(queue);
    expect(progress.count).toBe(2);
  });

  it('pauses, goes on, and forgets the rest when it is stopped', async () => {
    const server = new Server();
    const { queue } = queueTo(server);
    queue.add([file('big.dcm', SMALL + 5), ...Array.from({ length: 20 }, (_, i) => file(`${i}`))]);
    queue.pause();
    expect([queue.active.size, queue.isBusy]).toEqual([0, true]);
    queue.resume();
    await expect.poll(() => server.uploads.size).toBe(1);
    queue.cancel();
    expect(queue.isBusy).toBe(false);
    queue.add([file('after')]);
    await settled(queue);
    expect(server.singles).toContain('after');
    expect(queue.totalFiles).toBe(1);
  });

  it('sets documents aside until it is known whom they belong to, but not those inside of folders', async () => {
    const server = new Server();
    const { queue } = queueTo(server, { 'letter.pdf': 'pdf', 'manual.pdf': 'pdf' });
    queue.add([file('letter.pdf'), file('CD/manual.pdf')]);
    await settled(queue);
    expect(queue.documents.map(({ path }) => path)).toEqual(['letter.pdf']);
    expect(server.singles).toEqual(['CD/manual.pdf']);
    const details = { studyInstanceUid: '1.2', title: 'x' } as NewUpload['document'];
    queue.add(queue.takeDocuments(), () => details!);
    await settled(queue);
    expect(server.uploads.get('letter.pdf')?.document).toBe(details);
  });

  it('names files that the server or the browser refuses', async () => {
    const server = new Server();
    const { queue } = queueTo(server);
    server.failures.push({ method: 'begin', kind: 'refused', message: 'too large' });
    const gone = { path: 'gone', file: file('gone').file };
    Object.defineProperty(gone.file, 'arrayBuffer', { value: () => Promise.reject(new DOMException('', 'NotReadableError')) });
    queue.add([file('big', SMALL), gone]);
    await settled(queue);
    expect(queue.fates.of('REFUSED').map(({ path, reason }) => `${path}: ${reason}`).sort()).toEqual([
      'big: too large',
      'gone: unreadable',
    ]);
  });
});

describe('kindOf', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  it('believes bytes and no names', () => {
    expect(kindOf(bytes('PK\x03\x04...'))).toBe('zip');
    expect(kindOf(bytes('%PDF-1.4'))).toBe('pdf');
    expect(kindOf(bytes('\xff\xd8\xff\xe0'))).toBe('jpeg');
    expect(kindOf(bytes('\x89PNG\r\n\x1a\n'))).toBe('png');
    expect(kindOf(bytes('\0\0\0\x18ftypisom'))).toBe('mp4');
    expect(kindOf(bytes(`%PDF-${'\0'.repeat(123)}DICM`))).toBe('object');
    expect(kindOf(new Uint8Array())).toBe('object');
  });
});
