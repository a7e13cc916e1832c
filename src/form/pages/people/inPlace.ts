/**
 * Returns the people in the order of `shown`, so that no line moves under a pointer. New ones stand behind the person
 * that they follow in `sorted`.
 */
export function inPlace<T extends { readonly id: string }>(
  sorted: readonly T[],
  shown: readonly string[],
): readonly T[] {
  const byId = new Map(sorted.map((person) => [person.id, person]));
  const order = shown.filter((id) => byId.has(id));
  for (const [at, { id }] of sorted.entries()) {
    if (order.includes(id)) continue;
    const before = sorted[at - 1]?.id;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return order.flatMap((id) => byId.get(id) ?? []);
}
