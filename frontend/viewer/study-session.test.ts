// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Dicomweb, SeriesSummary } from './dicomweb';
import { EventBus } from './event-bus';
import { StudySession } from './study-session';

function series(uid: string, modality = 'CT'): SeriesSummary {
  return { seriesInstanceUID: uid, seriesNumber: 1, modality, description: uid, instanceCount: 1 };
}

const REPORT = series('1', 'SR');
const [HEAD, NECK, CHEST] = [series('2'), series('3'), series('4', 'MR')];
const METADATA = [
  { '00080018': { Value: ['9'] }, '00280010': { Value: [4] }, '00280011': { Value: [4] }, '7FE00010': { vr: 'OW' } },
];

let list: ReturnType<typeof vi.fn>;
let metadata: ReturnType<typeof vi.fn>;
let session: StudySession;

beforeEach(async () => {
  metadata = vi.fn(() => Promise.resolve(METADATA));
  list = vi.fn(() => Promise.resolve([REPORT, HEAD, NECK, CHEST]));
  const server = {
    series: list,
    seriesMetadata: metadata,
    instancesUrl: (_: string, uid: string) => `https://clinic.example/${uid}/instances`,
  };
  session = new StudySession('1.2', server as unknown as Dicomweb, new EventBus());
  await session.open();
});

const read = (which: SeriesSummary) => session.content(which, new AbortController().signal);

describe('StudySession', () => {
  it('begins with the first series that has pictures', () => {
    expect(session.first).toBe(HEAD);
    expect(session.find('4')).toBe(CHEST);
    expect(session.find('5')).toBeUndefined();
  });

  it('goes on with the next series that is not shown, and then from the beginning', () => {
    expect(session.next([HEAD], HEAD)).toBe(NECK);
    expect(session.next([HEAD, NECK], HEAD)).toBe(CHEST);
    expect(session.next([NECK, CHEST], CHEST)).toBe(HEAD);
    expect(session.next([HEAD, NECK, CHEST], CHEST)).toBeUndefined();
  });

  it('shares a series that is on the screen and asks anew for one that was left', async () => {
    const first = await read(HEAD);
    expect(await read(HEAD)).toBe(first);
    expect(metadata).toHaveBeenCalledTimes(1);

    session.release(HEAD);
    expect(await read(HEAD)).toBe(first);
    session.release(HEAD);
    session.release(HEAD);
    expect(await read(HEAD)).not.toBe(first);
    expect(metadata).toHaveBeenCalledTimes(2);
  });

  it('shares also between two who asked at the same time', async () => {
    const [one, other] = await Promise.all([read(HEAD), read(HEAD)]);
    expect(one).toBe(other);
    expect(session.opened).toHaveLength(1);
  });

  it('counts the pictures once they are known', async () => {
    expect(session.count({ ...HEAD, instanceCount: 7 })).toBe(7);
    await read(HEAD);
    expect(session.count({ ...HEAD, instanceCount: 7 })).toBe(1);
  });

  it('keeps nothing of a series that is no longer wanted', async () => {
    const abort = new AbortController();
    const reading = session.content(HEAD, abort.signal);
    abort.abort();
    await expect(reading).rejects.toThrow();
    expect(session.opened).toEqual([]);
  });

  it('looks again at what is on the screen, and tells only of what is different', async () => {
    await read(HEAD);
    await read(NECK);
    const more = [...METADATA, { ...METADATA[0], '00080018': { Value: ['10'] } }];
    metadata.mockImplementation((_: string, uid: string) => Promise.resolve(uid === '2' ? more : METADATA));

    const changed = await session.refresh();

    expect([...changed.keys()]).toEqual(['2']);
    expect(changed.get('2')?.slices).toHaveLength(2);
    expect(session.first).toBe(HEAD);
    expect((await read(HEAD)).slices).toHaveLength(2);
  });

  it('asks for nothing of a series that has left the study', async () => {
    await read(HEAD);
    metadata.mockRejectedValue(new Error('gone'));
    list.mockResolvedValueOnce([]);

    expect((await session.refresh()).size).toBe(0);

    expect(session.phase.name).toBe('deleted');
  });

  it('stays as it is when the server does not tell', async () => {
    const before = await read(HEAD);
    metadata.mockRejectedValueOnce(new Error('away'));
    await expect(session.refresh()).rejects.toThrow('away');
    expect(await read(HEAD)).toBe(before);
  });
});
