import { spawn } from "node:child_process";

const installSeconds = 300;

/** Whether a command ends well within the limit; what it prints is shown. */
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
