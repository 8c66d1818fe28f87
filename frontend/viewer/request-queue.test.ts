import { describe, expect, it } from 'vitest';
import { RequestQueue, type Priority } from './request-queue';

/** Requests that end when told to, with a record of the order they started in. */
function requests(queue: RequestQueue) {
  const started: string[] = [];
  const finish = new Map<string, () => void>();
  const add = (name: string, priority: Priority) =>
    queue.add(priority, (signal) => {
      started.push(name);
      return new Promise<string>((resolve, reject) => {
        finish.set(name, () => resolve(name));
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    });
  return { started, add, finish: (name: string) => finish.get(name)!() };
}

describe('RequestQueue', () => {
  it('runs no more than its limit and keeps a place for what is visible', () => {
    const queue = new RequestQueue(3);
    const { started, add } = requests(queue);
    ['n1', 'n2', 'n3', 'n4'].forEach((name) => add(name, 'neighbour'));
    expect(started).toEqual(['n1', 'n2']);
    add('v', 'visible');
    expect(started).toEqual(['n1', 'n2', 'v']);
    expect(queue.running).toBe(3);
  });

  it('starts the most urgent first when a place gets free', async () => {
    const { started, add, finish } = requests(new RequestQueue(1, 0));
    const first = add('first', 'neighbour');
    add('neighbour', 'neighbour');
    add('thumbnail', 'thumbnail');
    const visible = add('visible', 'visible');
    finish('first');
    await first.promise;
    await Promise.resolve();
    finish('visible');
    await visible.promise;
    await Promise.resolve();
    expect(started).toEqual(['first', 'visible', 'thumbnail']);
  });

  it('drops a waiting request that is cancelled, without starting it', async () => {
    const queue = new RequestQueue(1, 0);
    const { started, add } = requests(queue);
    add('running', 'visible');
    const waiting = add('waiting', 'visible');
    waiting.cancel();
    await expect(waiting.promise).rejects.toHaveProperty('name', 'AbortError');
    expect(started).toEqual(['running']);
    expect(queue.length).toBe(0);
  });

  it('aborts a running request that is cancelled and goes on with the next', async () => {
    const { started, add } = requests(new RequestQueue(1, 0));
    const running = add('running', 'visible');
    add('next', 'visible');
    running.cancel();
    await expect(running.promise).rejects.toHaveProperty('name', 'AbortError');
    await Promise.resolve();
    expect(started).toEqual(['running', 'next']);
  });

  it('goes on after a failure', async () => {
    const queue = new RequestQueue(1, 0);
    const failing = queue.add('visible', () => Promise.reject(new Error('no')));
    await expect(failing.promise).rejects.toThrow('no');
    await expect(queue.add('visible', () => Promise.resolve(7)).promise).resolves.toBe(7);
  });

  it('loads the neighbours of the active stack before those of the others', async () => {
    const { started, add, finish } = requests(new RequestQueue(1, 0));
    const first = add('first', 'visible');
    add('elsewhere', 'elsewhere');
    add('neighbour', 'neighbour');
    finish('first');
    await first.promise;
    await Promise.resolve();
    expect(started).toEqual(['first', 'neighbour']);
  });
});
