import { floor } from "./contestants.ts";

/** Figures by row and contestant, one for each round. */
export class Results {
  readonly #rows = new Map<string, Map<string, number[]>>();

  add(row: string, contestant: string, figure: number): void {
    const cells = this.#rows.get(row) ?? new Map<string, number[]>();
    this.#rows.set(row, cells.set(contestant, [...(cells.get(contestant) ?? []), figure]));
  }

  sum(row: string, contestant: string): number {
    return this.#of(row, contestant).reduce((sum, figure) => sum + figure, 0);
  }

  median(row: string, contestant: string): number {
    return median(this.#of(row, contestant));
  }

  /** The median over the rounds of the ratio to a row of bare React (by default the same row). */
  ratio(row: string, contestant: string, floorRow = row): number {
    const floors = this.#of(floorRow, floor);
    return median(this.#of(row, contestant).map((figure, round) => figure / (floors[round] ?? NaN)));
  }

  #of(row: string, contestant: string): readonly number[] {
    return this.#rows.get(row)?.get(contestant) ?? [];
  }
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[middle] ?? NaN;
  return ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
