// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StudyWatch, type WatchPorts } from './study-watch';

let told: string[];
let server: ReturnType<typeof vi.fn<(address: string) => Promise<Response>>>;
let ports: WatchPorts;

function change(last: number, studies: string[], rest: object = {}): Response {
  const changes = studies.map((studyInstanceUID) => ({ kind: 'CHANGED', studyInstanceUID }));
  return new Response(JSON.stringify({ last, complete: true, more: false, changes, ...rest }));
}

beforeEach(() => {
  told = [];
  server = vi.fn();
  vi.stubGlobal('fetch', server);
  ports = {
    onChanges: async (studies) => void told.push(`changed ${studies === 'all' ? 'all' : [...studies].join()}`),
    onCaughtUp: async (last) => void told.push(`up to ${last}`),
    onConnection: (isConnected) => void told.push(isConnected ? 'there' : 'away'),
  };
});

afterEach(() => vi.unstubAllGlobals());

describe('StudyWatch', () => {
  it('begins where it is told and goes on from what it was answered', async () => {
    server.mockResolvedValueOnce(change(7, ['1', '2', '1'], { more: true })).mockResolvedValueOnce(change(8, ['3']));
    expect(await new StudyWatch('/api/changes', 4, ports).look()).toBe(true);
    expect(server.mock.calls.map(([address]) => address)).toEqual(['/api/changes?since=4', '/api/changes?since=7']);
    expect(told).toEqual(['changed 1,2', 'up to 7', 'changed 3', 'up to 8']);
  });

  it('takes everything for changed when the server has forgotten', async () => {
    server.mockResolvedValueOnce(change(9, [], { complete: false }));
    await new StudyWatch('/api/changes', 4, ports).look();
    expect(told).toEqual(['changed all', 'up to 9']);
  });

  it('asks again for what could not be dealt with', async () => {
    server.mockImplementation(() => Promise.resolve(change(7, ['1'])));
    const failing = { ...ports, onChanges: vi.fn().mockRejectedValueOnce(new Error('not now')).mockResolvedValue(undefined) };
    const watch = new StudyWatch('/api/changes', 4, failing);
    expect(await watch.look()).toBe(false);
    expect(await watch.look()).toBe(true);
    expect(server.mock.calls.map(([address]) => address)).toEqual(['/api/changes?since=4', '/api/changes?since=4']);
  });

  it('tells once when the server is away and once when it is back', async () => {
    server.mockRejectedValue(new TypeError('no network'));
    const watch = new StudyWatch('/api/changes', 4, ports);
    expect(await watch.look()).toBeUndefined();
    expect(await watch.look()).toBeUndefined();
    server.mockResolvedValue(change(4, []));
    expect(await watch.look()).toBe(true);
    expect(told).toEqual(['away', 'there']);
  });

  it('ends with the session', async () => {
    server.mockResolvedValue(new Response('', { status: 401 }));
    const watch = new StudyWatch('/api/changes', 4, ports);
    expect(await watch.look()).toBe(false);
    await watch.follow();
    expect(server).toHaveBeenCalledTimes(1);
  });
});
