import { afterEach, describe, expect, it, vi } from 'vitest';
import { UploadApi } from './upload-api';

function answers(status: number, body?: unknown, type = 'application/problem+json'): void {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'Content-Type': type } })),
  );
}

afterEach(() => vi.unstubAllGlobals());

describe('UploadApi', () => {
  const api = new UploadApi('/api');

  it.each([
    [401, 'session'],
    [403, 'refused'],
    [404, 'gone'],
    [409, 'place'],
    [413, 'refused'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
    [507, 'full'],
  ])('knows what %i means', async (status, kind) => {
    answers(status, { detail: 'Why.' });
    await expect(api.own()).rejects.toMatchObject({ kind, message: 'Why.' });
  });

  it('takes silence for a passing trouble and a page for the end of the session', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(api.own()).rejects.toMatchObject({ kind: 'later', message: '' });
    answers(200, 'a page', 'text/html');
    await expect(api.own()).rejects.toMatchObject({ kind: 'session' });
    answers(204);
    await expect(api.discard('x')).resolves.toBeUndefined();
  });

  it('lets through that it was given up', async () => {
    const abort = new AbortController();
    abort.abort(new DOMException('', 'AbortError'));
    vi.stubGlobal('fetch', () => Promise.reject(abort.signal.reason));
    await expect(api.fates('x', 0, abort.signal)).rejects.toBe(abort.signal.reason);
  });
});
