import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Test files that take minutes, longest first. */
const long = [
  /trials\/simulation/,
  /trials\/killed/,
  /lead\/hostile/,
  /trials\/(faults|fuzz|lookups|postgres|nemesis)/,
];
const placeOf = ({ moduleId }: TestSpecification) => {
  const place = long.findIndex((name) => name.test(moduleId));
  return place < 0 ? long.length : place;
};

/**
 * Starts the longest test files first. When the simulation started last, it alone kept one of two cores busy for
 * minutes.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
