// Calls hooks as these agents do: the commands of an event, one after the other, with the event on their input
"use strict";
const { spawnSync } = require("node:child_process");

/** Of one session: event(name, more) answers whether the agent may go on; told holds what the model is told. */
exports.session = (hooks, id) => {
  const told = [];
  const event = (name, more) => {
    const input = JSON.stringify({ session_id: id, cwd: process.cwd(), hook_event_name: name, ...more });
    let allowed = true;
    for (const { command } of (hooks[name] || []).flatMap((entry) => entry.hooks)) {
      const run = spawnSync("sh", ["-c", command], { input, encoding: "utf8" });
      if (run.status !== 0 || run.stderr) {
        throw new Error(command + " ended with " + run.status + ": " + run.stderr);
      }
      const said = run.stdout.trim() ? JSON.parse(run.stdout).hookSpecificOutput : {};
      if (said.additionalContext) {
        told.push(said.additionalContext);
      }
      allowed = allowed && said.permissionDecision !== "deny";
    }
    return allowed;
  };
  return { event, told };
};

/** One session after the other until the model is told something: a machine that is too busy tells a single one nothing. */
exports.untilTold = (session) => {
  let last = session(0);
  for (let i = 1; i < 10 && last.told.length === 0; i++) {
    last = session(i);
  }
  return last;
};
