import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Preferences } from './preferences';

let asked: [method: string | undefined, url: string, body: unknown][];
let answer: () => Response;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answer = () => new Response(null, { status: 204 });
  vi.stubGlobal('fetch', (url: string, { method, body }: RequestInit) => {
    asked.push([method, url, body]);
    return Promise.resolve().then(answer);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('Preferences', () => {
  it('keeps the last of many changes, once the hand rests', async () => {
    const preferences = new Preferences('/api/preferences/');
    for (let width = 1; width <= 50; width++) {
      preferences.put('viewer.study.1.2', { width });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual([['PUT', '/api/preferences/viewer.study.1.2', '{"width":50}']]);
  });

  it('keeps what waits when the page is left, and only once', async () => {
    const preferences = new Preferences('/api/preferences');
    preferences.put('a', 1);
    preferences.put('b', 2);
    preferences.flush();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked.map(([, url]) => url)).toEqual(['/api/preferences/a', '/api/preferences/b']);
  });

  it('gives what is kept', async () => {
    answer = () => Response.json({ layout: '2x2' });
    expect(await new Preferences('/p').get('x/y')).toEqual({ layout: '2x2' });
    expect(asked[0][1]).toBe('/p/x%2Fy');
  });

  it.each([
    ['nothing is kept', () => new Response(null, { status: 204 })],
    ['the session has ended', () => new Response('{}', { status: 401 })],
    ['the answer is a page', () => new Response('<html>', { status: 200 })],
    [
      'nobody answers',
      () => {
        throw new TypeError('Failed to fetch');
      },
    ],
  ])('goes on as if there were none when %s', async (_, given) => {
    answer = given;
    expect(await new Preferences('/p').get('x')).toBeUndefined();
  });
});
