/**
 * Preloaded into every process a tool starts (children.ts): when the tool itself is killed without a chance to end its
 * children, the channel between them breaks, and the child ends as if it had been asked to.
 */
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
