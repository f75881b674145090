/** Takes one of each list in turn, until all are through. */
export function* roundRobin<T>(lists: readonly (readonly T[])[]): Generator<T> {
  let open = lists;
  for (let turn = 0; open.length > 0; turn++) {
    open = open.filter((list) => turn < list.length);
    for (const list of open) {
      const item = list[turn];
      if (item !== undefined) yield item;
    }
  }
}
