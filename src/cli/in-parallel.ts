/** Runs `work` on every item, at most `limit` at a time, and hands over each result in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
  take: (result: R, item: T) => Promise<void> | void,
): Promise<void> {
  const running: { readonly item: T; readonly result: Promise<R> }[] = [];
  let next = 0;
  let active = 0;
  let freed: () => void = () => undefined;
  const start = (): void => {
    while (next < items.length && active < limit && running.length < limit * 4) {
      const item = items[next] as T;
      next += 1;
      active += 1;
      const result = work(item).finally(() => {
        active -= 1;
        freed();
      });
      // Whoever awaits it in its turn handles the failure; until then it must not count as unhandled
      result.catch(() => undefined);
      running.push({ item, result });
    }
  };
  freed = start;
  start();
  for (let entry = running.shift(); entry; entry = running.shift()) {
    await take(await entry.result, entry.item);
    start();
  }
}
