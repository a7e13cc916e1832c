/**
 * Preloaded into every process that a tool starts (children.ts). If the tool is killed and cannot end its children, the
 * IPC channel closes and the child ends with SIGTERM.
 */
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
