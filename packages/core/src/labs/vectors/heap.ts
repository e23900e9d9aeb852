/**
 * A binary heap of ids by distance. Of two that are equally far the smaller id counts as nearer, so that a result does
 * not hang on the order in which it was found.
 */
export class Heap {
  readonly #ids: number[] = [];
  readonly #distances: number[] = [];
  readonly #sign: number;

  /** @param top what stands on top. */
  constructor(top: 'nearest' | 'farthest') {
    this.#sign = top === 'nearest' ? 1 : -1;
  }

  get size(): number {
    return this.#ids.length;
  }

  get topId(): number {
    return this.#ids[0] as number;
  }

  get topDistance(): number {
    return this.#distances[0] as number;
  }

  push(id: number, distance: number): void {
    let at = this.#ids.length;
    this.#ids.push(id);
    this.#distances.push(distance);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isAbove(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** Takes the top away. */
  pop(): void {
    const last = this.#ids.length - 1;
    this.#swap(0, last);
    this.#ids.pop();
    this.#distances.pop();
    for (let at = 0; ; ) {
      let above = at;
      for (let child = 2 * at + 1; child <= 2 * at + 2; child++)
        if (child < last && this.#isAbove(child, above)) above = child;
      if (above === at) return;
      this.#swap(at, above);
      at = above;
    }
  }

  /** Empties it. Gives the ids, the nearest first. */
  drain(): readonly number[] {
    const ids: number[] = [];
    while (this.size > 0) {
      ids.push(this.topId);
      this.pop();
    }
    return this.#sign === 1 ? ids : ids.reverse();
  }

  #isAbove(a: number, b: number): boolean {
    const gap = (this.#distances[a] as number) - (this.#distances[b] as number);
    return (gap === 0 ? (this.#ids[a] as number) - (this.#ids[b] as number) : gap) * this.#sign < 0;
  }

  #swap(a: number, b: number): void {
    const [ids, distances] = [this.#ids, this.#distances];
    [ids[a], ids[b]] = [ids[b] as number, ids[a] as number];
    [distances[a], distances[b]] = [distances[b] as number, distances[a] as number];
  }
}

/** Keeps the `room` nearest of all that it is offered. */
export class Nearest {
  readonly #heap = new Heap('farthest');
  readonly #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  get isFull(): boolean {
    return this.#heap.size >= this.#room;
  }

  /** How far the farthest that is kept is. */
  get reach(): number {
    return this.#heap.topDistance;
  }

  offer(id: number, distance: number): void {
    const heap = this.#heap;
    if (heap.size >= this.#room) {
      if (distance > heap.topDistance || (distance === heap.topDistance && id > heap.topId)) return;
      heap.pop();
    }
    heap.push(id, distance);
  }

  /** Empties it. Gives the ids, the nearest first. */
  drain(): readonly number[] {
    return this.#heap.drain();
  }
}
