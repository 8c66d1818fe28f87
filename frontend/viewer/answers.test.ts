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

const text = async (asked: Promise<KeptAnswer>) => new TextDecoder().decode((await asked).bytes);
const kept = (count: number) => vi.waitFor(() => expect(shelf.rows.size).toBe(count));

beforeEach(() => {
  shelf = new Shelf();
  answers = keepIn(shelf);
  server = vi.fn(() => Promise.resolve(new Response('pixels')));
  vi.stubGlobal('fetch', server);
});

afterEach(() => vi.unstubAllGlobals());

describe('Answers', () => {
  it('asks for a frame only once, also when the page is opened again', async () => {
    expect(await text(answers.lasting(FRAME, 'a', NEVER))).toBe('pixels');
    await kept(1);
    expect(await text(answers.lasting(FRAME, 'a', NEVER))).toBe('pixels');
    expect(await text(keepIn(shelf).lasting(FRAME, 'a', NEVER))).toBe('pixels');
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

  it('keeps nothing that was asked for before the study changed', async () => {
    let answer: (response: Response) => void = () => undefined;
    server.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const asked = answers.lasting(FRAME, 'a', NEVER);
    await vi.waitFor(() => expect(server).toHaveBeenCalled());
    await answers.forget(new Set(['1.2']));
    answer(new Response('old'));
    expect(await text(asked)).toBe('old');

    expect(await text(answers.lasting(FRAME, 'a', NEVER))).toBe('pixels');
    await kept(1);
    expect(await text(Promise.resolve([...shelf.rows.values()][0]))).toBe('pixels');
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
