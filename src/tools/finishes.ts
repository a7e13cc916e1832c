import { spawn } from "node:child_process";

const installSeconds = 300;

/** Runs a command and shows its output. Returns whether it exits with 0 within 300 s. */
export function finishes(command: string, args: readonly string[]): Promise<boolean> {
  console.log(`installing: ${command} ${args.join(" ")}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      timeout: installSeconds * 1000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0));
  });
}
