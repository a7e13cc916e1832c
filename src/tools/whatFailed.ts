import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "./children.ts";

/** The parts that we read of a report of Vitest (JSON, as Jest's). */
export interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    /** Why the file itself failed, if it did. */
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** The parts that we read of a report of Playwright. */
export interface StoryReport {
  readonly stats: { readonly [name in "expected" | "flaky" | "unexpected" | "skipped"]: number };
  readonly suites: readonly StorySuite[];
}
interface StorySuite {
  readonly suites?: readonly StorySuite[];
  readonly specs?: readonly {
    readonly file: string;
    readonly line: number;
    readonly title: string;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: string;
      readonly results: readonly {
        readonly attachments: readonly { readonly name: string; readonly path?: string }[];
      }[];
    }[];
  }[];
}

const mostLines = 60;
const firstLines = (text: string) => text.split("\n").slice(0, mostLines).join("\n");

/** The failed unit tests with their messages, as texts to print. */
export const failedUnits = ({ testResults }: UnitReport): readonly string[] =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0 && message) return [firstLines(`${file}\n${message}`)];
    return failed.map(({ fullName, failureMessages = [] }) =>
      firstLines(`${file} > ${fullName}\n${failureMessages.join("\n")}`),
    );
  });

/** The failed stories with what their page showed at the end, as texts to print. The errors are in the runner's output. */
export const failedStories = ({ suites }: StoryReport): readonly string[] => suites.flatMap(ofSuite);

const ofSuite = ({ suites = [], specs = [] }: StorySuite): readonly string[] => [
  ...suites.flatMap(ofSuite),
  ...specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected")
      .map(({ projectName, results }) => {
        const shown = results.flatMap(({ attachments }) => attachments.map(pageOf)).filter(Boolean);
        return [`[${projectName}] ${file}:${line} ${title}`, ...shown].join("\n");
      }),
  ),
];

/** What a page showed, from the file that Playwright writes next to an error. Empty for other attachments. */
function pageOf({ name, path }: { readonly name: string; readonly path?: string }): string {
  if (name !== "error-context" || path === undefined) return "";
  const snapshot = /```yaml\n([\s\S]*?)\n```/.exec(readFileSync(path, "utf8"))?.[1];
  return snapshot === undefined ? "" : firstLines(snapshot);
}
