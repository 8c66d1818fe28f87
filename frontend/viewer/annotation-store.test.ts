import { beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from './annotation';
import { AnnotationStore } from './annotation-store';

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
  quantities: [],
});

let store: AnnotationStore;
let committed: string[];

beforeEach(() => {
  store = new AnnotationStore();
  committed = [];
  store.onCommitted((changed) => committed.push(...changed.map(({ id }) => id)));
});

const add = (annotation: Annotation) => store.commit([{ before: undefined, after: annotation }]);
const ids = () => store.all.map(({ id }) => id);

describe('AnnotationStore', () => {
  it('takes back and does again what was drawn, moved and erased', () => {
    add(line('a'));
    store.commit([{ before: line('a'), after: line('a', 5) }]);
    store.commit([{ before: line('a', 5), after: undefined }]);
    expect(ids()).toEqual([]);
    store.undo();
    expect(store.get('a')).toEqual(line('a', 5));
    store.undo();
    expect(store.get('a')).toEqual(line('a'));
    store.undo();
    expect([ids(), store.canUndo]).toEqual([[], false]);
    store.redo();
    store.redo();
    expect(store.get('a')).toEqual(line('a', 5));
    store.redo();
    expect([ids(), store.canRedo]).toEqual([[], false]);
    expect(committed).toEqual(Array.from({ length: 9 }, () => 'a'));
  });

  it('takes back several at once that went at once', () => {
    add(line('a'));
    add(line('b'));
    store.commit([line('a'), line('b')].map((before) => ({ before, after: undefined })));
    expect(store.undo()).toHaveLength(2);
    expect(ids()).toEqual(['a', 'b']);
  });

  it('does nothing again after something new', () => {
    add(line('a'));
    store.undo();
    add(line('b'));
    store.redo();
    expect(ids()).toEqual(['b']);
  });

  it('forgets the oldest steps instead of growing for ever', () => {
    Array.from({ length: 300 }, (_, number) => add(line(String(number))));
    let steps = 0;
    while (store.canUndo) {
      store.undo();
      steps++;
    }
    expect([steps, store.all.length]).toEqual([200, 100]);
  });

  it('takes what the server has, but not over what is newer here', () => {
    add(line('mine'));
    add(line('gone'));
    store.adopt([line('theirs'), line('mine', 9)], new Set(['mine']));
    expect(ids()).toEqual(['mine', 'theirs']);
    expect(store.get('mine')).toEqual(line('mine'));
  });

  it('shows a move without keeping it', () => {
    add(line('a'));
    committed = [];
    store.show(line('a', 7));
    expect([store.get('a')?.points[0].x, committed]).toEqual([7, []]);
  });

  it('finds those of a picture only', () => {
    add(line('a'));
    add({ ...line('b'), frameNumber: 2 });
    expect(store.on({ sopInstanceUID: '1.2.3', frameNumber: 2 }).map(({ id }) => id)).toEqual(['b']);
  });
});
