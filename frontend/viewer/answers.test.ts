// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nameOf, surplus, type AnswerStore, type KeptAnswer, type Question } from './answer-store';
import { Answers } from './answers';

const FRAME = '/dicom-web/studies/1.2/series/3/instances/4/frames/1';
const NEVER = new AbortController().signal;

/** What the browser would keep, in memory. */
class Shelf {
  readonly rows = new Map<string, KeptAnswer>();
  hasRoom = true;

  namesOf = () => Promise.resolve(new Set(this.rows.keys()));
  get = (question: Question) => Promise.resolve(this.rows.get(nameOf(question)));
  put = (_: string, some: readonly (readonly [Question, KeptAnswer])[]) => {
    some.forEach(([question, answer]) => this.hasRoom && this.rows.set(nameOf(question), answer));
    return Promise.resolve(this.hasRoom);
  };
}

let shelf: Shelf;
let answers: Answers;
let server: ReturnType<typeof vi.fn<() => Promise<Response>>>;

function keepIn(shelf: Shelf): Answers {
  const made = new Answers();
  made.keepIn(Promise.resolve(shelf as unknown as AnswerStore));
  return made;
}

const keptAnswer = (words: string): KeptAnswer => ({
  contentType: '',
  photometricInterpretation: undefined,
  bytes: new TextEncoder().encode(words) as Uint8Array<ArrayBuffer>,
});
const text = async (asked: Promise<KeptAnswer>) => new TextDecoder().decode((await asked).bytes);
const kept = (count: number) => vi.waitFor(() => expect(shelf.rows.size).toBe(count));

beforeEach(() => {
  shelf = new Shelf();
  answers = keepIn(shelf);
  server = vi.fn(() => Promise.resolve(new Response('pixels')));
  vi.stubGlobal('fetch', server);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('Answers', () => {
  it('asks for a frame only once, also when the page is opened again', async () => {
    expect(await text(answers.lasting(FRAME, 'a', NEVER))).toBe('pixels');
    await kept(1);
    expect(await text(answers.lasting(FRAME, 'a', NEVER))).toBe('pixels');
    const again = keepIn(shelf);
    await new Promise((opened) => setTimeout(opened));
    expect(await text(again.lasting(FRAME, 'a', NEVER))).toBe('pixels');
    expect(server).toHaveBeenCalledTimes(1);
  });

  it('takes what was asked for otherwise for something else', async () => {
    await answers.lasting(FRAME, 'a', NEVER);
    await answers.lasting(FRAME, 'b', NEVER);
    expect(server).toHaveBeenCalledTimes(2);
  });

  it('believes the server, and what it said last only while it is away', async () => {
    await answers.current('/dicom-web/studies/1.2/series', 'a', NEVER);
    await kept(1);
    server.mockResolvedValueOnce(new Response('newer'));
    expect(await text(answers.current('/dicom-web/studies/1.2/series', 'a', NEVER))).toBe('newer');
    await vi.waitFor(async () => expect(await text(Promise.resolve([...shelf.rows.values()][0]))).toBe('newer'));

    server.mockRejectedValue(new TypeError('no network'));
    expect(await text(answers.current('/dicom-web/studies/1.2/series', 'a', NEVER))).toBe('newer');
    await expect(answers.current('/dicom-web/studies/1.9/series', 'a', NEVER)).rejects.toThrow('cannot be reached');
  });

  it('shows nothing kept to one whose session has ended', async () => {
    await answers.current('/dicom-web/studies/1.2/series', 'a', NEVER);
    await kept(1);
    server.mockResolvedValue(new Response('', { status: 401 }));
    await expect(answers.current('/dicom-web/studies/1.2/series', 'a', NEVER)).rejects.toThrow('401');
  });

  it('asks again for what was asked for before the study changed, to keep that', async () => {
    let answer: (response: Response) => void = () => undefined;
    server.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const asked = answers.lasting(FRAME, 'a', NEVER);
    await vi.waitFor(() => expect(server).toHaveBeenCalled());
    await answers.forget(new Set(['1.2']));
    answer(new Response('old'));
    expect(await text(asked)).toBe('old');

    await kept(1);
    expect(await text(Promise.resolve([...shelf.rows.values()][0]))).toBe('pixels');
  });

  it('lets the first picture not wait until the store is open; the others do', async () => {
    const slow = new Answers();
    let open: (store: AnswerStore) => void = () => undefined;
    slow.keepIn(new Promise((resolve) => (open = resolve)));
    expect(await text(slow.lasting(FRAME, 'a', NEVER))).toBe('pixels');

    const second = slow.lasting(`${FRAME}2`, 'a', NEVER);
    shelf.rows.set(nameOf({ address: `${FRAME}2`, accept: 'a' }), keptAnswer('kept'));
    open(shelf as unknown as AnswerStore);
    expect(await text(second)).toBe('kept');
    expect(server).toHaveBeenCalledTimes(1);
  });

  it('lets no picture wait for a store that holds nothing', async () => {
    const slow = new Answers();
    let open: (store: AnswerStore) => void = () => undefined;
    slow.keepIn(new Promise((resolve) => (open = resolve)), true);
    expect(await text(slow.lasting(FRAME, 'a', NEVER))).toBe('pixels');
    expect(await text(slow.lasting(`${FRAME}2`, 'a', NEVER))).toBe('pixels');

    open(shelf as unknown as AnswerStore);
    await kept(2);
    expect(await text(slow.lasting(FRAME, 'a', NEVER))).toBe('pixels');
    expect(server).toHaveBeenCalledTimes(2);
  });

  it('looks all the same into a store that was said to hold nothing while the server is away', async () => {
    server.mockRejectedValue(new TypeError('no network'));
    shelf.rows.set(nameOf({ address: FRAME, accept: 'a' }), keptAnswer('kept'));
    const mistaken = new Answers();
    mistaken.keepIn(Promise.resolve(shelf as unknown as AnswerStore), true);
    expect(await text(mistaken.lasting(FRAME, 'a', NEVER))).toBe('kept');
  });

  it('takes what is kept before an answer that does not come', async () => {
    server.mockReturnValue(new Promise(() => undefined));
    shelf.rows.set(nameOf({ address: FRAME, accept: 'a' }), keptAnswer('kept'));
    expect(await text(keepIn(shelf).lasting(FRAME, 'a', NEVER))).toBe('kept');
  });

  it('tells why neither has an answer', async () => {
    const slow = keepIn(shelf);
    server.mockRejectedValue(new TypeError('no network'));
    await expect(slow.lasting(FRAME, 'a', NEVER)).rejects.toThrow('cannot be reached');
  });

  it('writes only when nothing is under way', async () => {
    vi.useFakeTimers();
    let answer: (response: Response) => void = () => undefined;
    await answers.lasting(FRAME, 'a', NEVER);
    server.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const asked = answers.lasting(`${FRAME}0`, 'a', NEVER);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shelf.rows.size).toBe(0);
    answer(new Response('pixels'));
    await asked;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shelf.rows.size).toBe(2);
  });

  it('gives what was asked for ahead to the first who wants it, once', async () => {
    answers = new Answers();
    await answers.ahead('/dicom-web/studies/1.2/series', 'a', NEVER);
    answers.keepIn(Promise.resolve(shelf as unknown as AnswerStore));
    server.mockResolvedValue(new Response('newer'));
    expect(await text(answers.current('/dicom-web/studies/1.2/series', 'a', NEVER))).toBe('pixels');
    await kept(1);
    expect(await text(answers.current('/dicom-web/studies/1.2/series', 'a', NEVER))).toBe('newer');
  });

  it('goes on without keeping when a study has no room', async () => {
    shelf.hasRoom = false;
    expect(await text(answers.lasting(FRAME, 'a', NEVER))).toBe('pixels');
    expect(await text(answers.lasting(FRAME, 'a', NEVER))).toBe('pixels');
    expect(shelf.rows.size).toBe(0);
  });
});

describe('surplus', () => {
  it('lets those go that were not used for longest, and no more than needed', () => {
    const studies = [
      { bytes: 10, usedAt: 3 },
      { bytes: 30, usedAt: 1 },
      { bytes: 20, usedAt: 2 },
    ];
    expect(surplus(studies, 60)).toEqual([]);
    expect(surplus(studies, 30)).toEqual([studies[1]]);
    expect(surplus(studies, 29)).toEqual([studies[1], studies[2]]);
    expect(surplus(studies, 0)).toHaveLength(3);
  });
});
