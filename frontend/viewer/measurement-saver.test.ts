import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Annotation } from './annotation';
import { AnnotationStore } from './annotation-store';
import { MeasurementApi, type SavedMeasurement } from './measurement-api';
import { MeasurementSaver, type SaveNotice } from './measurement-saver';

/** A server that keeps measurements, and fails when it is told to. */
class Server {
  readonly rows = new Map<number, SavedMeasurement>();
  readonly asked: string[] = [];
  failure: number | 'network' | undefined;
  #next = 1;

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    this.asked.push(`${init.method} ${url}`);
    if (this.failure === 'network') {
      throw new TypeError('Failed to fetch');
    }
    if (this.failure) {
      return Response.json({ detail: 'Said so.' }, { status: this.failure });
    }
    const body = init.body ? (JSON.parse(String(init.body)) as Record<string, never>) : {};
    const id = Number(url.split('/').at(-1));
    return this.#answer(String(init.method), id, body);
  };

  put(row: Partial<SavedMeasurement>): void {
    const id = this.#next++;
    this.rows.set(id, { id, version: 1, createdByName: 'Dr. A', modifiedByName: 'Dr. A', ...row } as SavedMeasurement);
  }

  #answer(method: string, id: number, body: Record<string, never>): Response {
    const known = this.rows.get(id);
    switch (method) {
      case 'GET':
        return Response.json([...this.rows.values()]);
      case 'POST':
        this.put(body);
        return Response.json([...this.rows.values()].at(-1), { status: 201 });
      case 'PUT': {
        if (!known || known.version !== body['version']) {
          return Response.json({ detail: 'No.' }, { status: known ? 409 : 404 });
        }
        this.rows.set(id, { ...known, data: body['data'], version: known.version + 1 });
        return Response.json(this.rows.get(id));
      }
      default:
        return new Response(null, { status: this.rows.delete(id) ? 204 : 404 });
    }
  }
}

const line = (id: string, x = 0): Annotation => ({
  id,
  kind: 'length',
  seriesInstanceUID: '1.2',
  sopInstanceUID: '1.2.3',
  frameNumber: 1,
  points: [
    { x, y: 0 },
    { x: x + 1, y: 0 },
  ],
  label: '',
  quantities: [{ name: 'length', value: 1, unit: 'mm' }],
});

let server: Server;
let store: AnnotationStore;
let notices: SaveNotice[];
let saver: MeasurementSaver;

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  vi.stubGlobal('fetch', server.fetch);
  store = new AnnotationStore();
  notices = [];
});

afterEach(() => {
  saver.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function opened(isReadOnly = false): Promise<void> {
  const api = new MeasurementApi('/api/measurements', '1');
  const onNotice = (each: SaveNotice) => notices.push(each);
  saver = new MeasurementSaver({ store, api, isReadOnly, onState: () => undefined, onNotice });
  await saver.load();
}

const add = (annotation: Annotation) => store.commit([{ before: undefined, after: annotation }]);
const move = (id: string, x: number) => store.commit([{ before: store.get(id), after: line(id, x) }]);
const kept = () => [...server.rows.values()].map(({ key, data }) => [key, data.points[0].x]);

describe('MeasurementSaver', () => {
  it('saves what is drawn, changed, removed and taken back', async () => {
    await opened();
    add(line('a'));
    await vi.waitUntil(() => saver.state === 'saved');
    move('a', 4);
    await vi.waitUntil(() => saver.state === 'saved');
    expect(kept()).toEqual([['a', 4]]);
    expect(server.asked.map((each) => each.split(' ')[0])).toEqual(['GET', 'POST', 'PUT']);
    store.commit([{ before: store.get('a'), after: undefined }]);
    await vi.waitUntil(() => saver.state === 'saved');
    expect(kept()).toEqual([]);
    store.undo();
    await vi.waitUntil(() => saver.state === 'saved');
    expect(kept()).toEqual([['a', 4]]);
  });

  it('sends only the last of several changes that came while one was on its way', async () => {
    await opened();
    add(line('a'));
    move('a', 1);
    move('a', 2);
    move('a', 3);
    await vi.waitUntil(() => saver.state === 'saved');
    expect(kept()).toEqual([['a', 3]]);
    expect(server.asked.length).toBeLessThanOrEqual(3);
  });

  it('shows what others have saved, with their names', async () => {
    server.put({ key: 'b', type: 'length', sopInstanceUid: '1.2.3', frame: 1, data: dataOf(line('b')) });
    await opened();
    expect(store.get('b')?.quantities[0].value).toBe(1);
    expect(saver.authorOf('b')).toEqual({ author: 'Dr. A', changer: 'Dr. A' });
  });

  it.each(['network', 503] as const)('tries again after %s until it succeeds', async (failure) => {
    await opened();
    server.failure = failure;
    add(line('a'));
    await vi.waitUntil(() => saver.state === 'failed');
    expect(saver.hasUnsaved).toBe(true);
    server.failure = undefined;
    await vi.advanceTimersByTimeAsync(1_500);
    expect([saver.state, kept()]).toEqual(['saved', [['a', 0]]]);
  });

  it('waits for a login without asking all the time', async () => {
    await opened();
    server.failure = 401;
    add(line('a'));
    await vi.waitUntil(() => saver.state === 'session');
    const count = server.asked.length;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(server.asked.length).toBe(count);
    server.failure = undefined;
    saver.retry();
    await vi.waitUntil(() => saver.state === 'saved');
    expect(kept()).toHaveLength(1);
  });

  it('loads later when the server was away at first, and keeps what was drawn meanwhile', async () => {
    server.failure = 'network';
    server.put({ key: 'b', type: 'length', sopInstanceUid: '1.2.3', frame: 1, data: dataOf(line('b')) });
    await opened();
    add(line('a'));
    server.failure = undefined;
    await vi.advanceTimersByTimeAsync(1_500);
    expect(store.all.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect(server.rows.size).toBe(2);
  });

  it('shows what somebody else made of it when both changed it, and says so', async () => {
    server.put({ key: 'b', type: 'length', sopInstanceUid: '1.2.3', frame: 1, data: dataOf(line('b')) });
    await opened();
    server.rows.set(1, { ...server.rows.get(1)!, version: 2, modifiedByName: 'Dr. B', data: dataOf(line('b', 50)) });
    move('b', 7);
    await vi.waitUntil(() => saver.state === 'saved');
    expect(store.get('b')?.points[0].x).toBe(50);
    expect(notices).toEqual([{ kind: 'changed-by-other', name: 'Dr. B' }]);
  });

  it('takes nothing back that somebody else has changed since', async () => {
    server.put({ key: 'b', type: 'length', sopInstanceUid: '1.2.3', frame: 1, data: dataOf(line('b')) });
    await opened();
    server.rows.set(1, { ...server.rows.get(1)!, version: 2, data: dataOf(line('b', 50)) });
    move('b', 7);
    await vi.waitUntil(() => saver.state === 'saved');
    store.undo();
    await vi.waitUntil(() => saver.state === 'saved');
    expect(kept()).toEqual([['b', 50]]);
  });

  it('sends what waits when the study is left, and deletes nothing of what goes with it', async () => {
    await opened();
    add(line('a'));
    add(line('c'));
    saver.close();
    store.clear();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept()).toEqual([
      ['a', 0],
      ['c', 0],
    ]);
  });

  it('leaves alone what a later version has saved', async () => {
    const strange = { sopInstanceUid: '1.2.3', frame: 1, data: dataOf(line('b')) };
    server.put({ ...strange, key: 'b', type: 'hologram' as 'length' });
    server.put({ ...strange, key: 'c', type: 'angle' });
    await opened();
    expect([store.all, server.rows.size]).toEqual([[], 2]);
  });

  it('tells of one that the server will never take, and keeps it on the picture', async () => {
    await opened();
    server.failure = 400;
    add(line('a'));
    await vi.waitUntil(() => saver.state === 'saved');
    expect(notices).toEqual([{ kind: 'refused', reason: 'Said so.' }]);
    expect(store.get('a')).toBeDefined();
  });

  it('asks nothing of a server that lets this user only read', async () => {
    await opened(true);
    add(line('a'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect([saver.state, server.asked.length, saver.hasUnsaved]).toEqual(['local', 1, false]);
  });

  it('stops asking once it was forbidden', async () => {
    await opened();
    server.failure = 403;
    add(line('a'));
    await vi.waitUntil(() => saver.state === 'local');
    const count = server.asked.length;
    add(line('c'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked.length).toBe(count);
  });
});

function dataOf({ points, quantities: values, label }: Annotation): SavedMeasurement['data'] {
  return { points, values, label, value: 1, unit: 'mm' };
}
