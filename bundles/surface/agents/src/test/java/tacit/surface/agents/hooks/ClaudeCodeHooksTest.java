package tacit.surface.agents.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.guard.CallStep.Speaker;
import tacit.api.guard.GuardAnswer;
import tacit.api.guard.GuardEffect;
import tacit.api.http.HttpProblem;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceStatus;

class ClaudeCodeHooksTest {

    private final Rig rig = new Rig();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        rig.close();
    }

    private static String event(String name, String more) {
        return "{\"session_id\":\"s1\",\"transcript_path\":\"/nowhere/s1.jsonl\",\"cwd\":\"/home/ann/app\","
                + "\"permission_mode\":\"default\",\"hook_event_name\":\"" + name + "\",\"of_the_future\":{}" + more
                + "}";
    }

    private static String prompt(String text) {
        return event("UserPromptSubmit", ",\"prompt\":\"" + text + "\"");
    }

    private static String bash(String name, String id, String more) {
        return event(
                name,
                ",\"tool_name\":\"Bash\",\"tool_use_id\":\"" + id
                        + "\",\"tool_input\":{\"command\":\"make\",\"timeout\":5}" + more);
    }

    @Test
    void givesAPromptItsContextInTheWordsOfTheAgent() {
        rig.blocks.add("Deploys need \"make ship\"");

        assertThat(rig.hook(prompt("Ship it")))
                .isEqualTo("{\"hookSpecificOutput\":{\"hookEventName\":\"UserPromptSubmit\","
                        + "\"additionalContext\":\"Deploys need \\\"make ship\\\"\"}}");
        assertThat(rig.asked.get(0).task()).isEqualTo("Ship it");
        assertThat(rig.asked.get(0).audience().userId()).isEqualTo("ann");
    }

    @Test
    void showsNothingTwiceUntilTheAgentForgot() {
        rig.blocks.add("one");
        assertThat(rig.hook(event("SessionStart", ",\"source\":\"startup\""))).contains("SessionStart", "one");
        rig.blocks.add("two");

        assertThat(rig.hook(prompt("a"))).contains("\"two\"");
        assertThat(rig.hook(prompt("b"))).isEmpty();
        assertThat(rig.hook(event("PreCompact", ",\"trigger\":\"auto\""))).isEmpty();
        assertThat(rig.hook(prompt("c"))).contains("one\\n\\ntwo");
    }

    @Test
    void leavesOutBlocksThatAgentsWouldPutAway() {
        rig.blocks.add("short");
        rig.blocks.add("x".repeat(9_600));

        assertThat(rig.hook(prompt("a"))).contains("short").doesNotContain("xxx");
    }

    @Test
    void letsAPromptGoOnWithoutAMemoryThatFailsOrIsLate() {
        rig.broken = true;
        assertThat(rig.hook(prompt("a"))).isEmpty();
        rig.broken = false;
        rig.stuck = true;
        rig.blocks.add("late");
        assertThat(rig.hook(prompt("b"))).isEmpty();

        assertThat(rig.trace("ann", "claude-code:s1").spans()).hasSize(3);
    }

    @Test
    void tellsWithTheResultOfACallWhatAPromptCouldNotWaitFor() throws Exception {
        String call = bash("PostToolUse", "t1", ",\"tool_response\":\"ok\"");
        rig.stuck = true;
        rig.blocks.add("late");
        assertThat(rig.hook(prompt("a"))).isEmpty();
        assertThat(rig.hook(call)).isEmpty();
        rig.release.countDown();
        rig.answered.acquire();

        String told = "";
        for (int i = 0; i < 1_000 && told.isEmpty(); i++) {
            told = rig.hook(call);
        }

        assertThat(told).contains("\"hookEventName\":\"PostToolUse\"", "late");
        assertThat(rig.hook(call)).isEmpty();
    }

    @Test
    void keepsTheRunOfASessionAsOneTrace() {
        rig.blocks.add("Known");
        rig.hook(event("SessionStart", ",\"source\":\"startup\""));
        rig.clock.pass(Duration.ofSeconds(1));
        rig.hook(prompt("Fix the test"));
        rig.hook(bash("PreToolUse", "toolu_1", ""));
        rig.clock.pass(Duration.ofSeconds(2));
        rig.hook(bash("PostToolUse", "toolu_1", ",\"tool_response\":{\"stdout\":\"ok\"}"));
        rig.hook(bash("PostToolUseFailure", "toolu_2", ",\"error\":\"exit code 2\""));
        rig.hook(event("Stop", ",\"stop_hook_active\":false"));

        RecordedTrace run = rig.trace("ann", "claude-code:s1");
        assertThat(run.trace().agent()).isEqualTo("claude-code");
        assertThat(run.trace().userId()).isEqualTo("ann");
        assertThat(run.trace().status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(run.trace().text("process.working_directory")).hasValue("/home/ann/app");
        assertThat(run.span("session").orElseThrow().input()).isEqualTo("Fix the test");
        Span call = run.span("toolu_1").orElseThrow();
        assertThat(call.duration()).hasSeconds(2);
        assertThat(call.input()).isEqualTo("{\"command\":\"make\",\"timeout\":5}");
        assertThat(call.output()).isEqualTo("{\"stdout\":\"ok\"}");
        Span failed = run.span("toolu_2").orElseThrow();
        assertThat(failed.status()).isEqualTo(SpanStatus.ERROR);
        assertThat(failed.statusMessage()).isEqualTo("exit code 2");
        assertThat(run.spans())
                .filteredOn(span -> Boolean.TRUE.equals(span.attributes().get("tacit.injected")))
                .singleElement()
                .satisfies(span -> assertThat(span.output()).isEqualTo("Known"));
    }

    @Test
    void keepsTheSameCallOnce() {
        String call = bash("PostToolUse", "toolu_1", ",\"tool_response\":\"ok\"");

        rig.hook(call);
        rig.clock.pass(Duration.ofSeconds(9));
        rig.hook(call);

        assertThat(rig.trace("ann", "claude-code:s1").spans()).hasSize(1);
    }

    @Test
    void neverOverridesThePermissionsOfTheUser() {
        assertThat(rig.hook(bash("PreToolUse", "t1", ""))).isEmpty();

        rig.answer = new GuardAnswer(GuardEffect.ASK, "It failed before", "guard-1");
        assertThat(rig.hook(bash("PreToolUse", "t2", "")))
                .isEqualTo("{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\",\"permissionDecision\":\"ask\","
                        + "\"permissionDecisionReason\":\"Tacit: It failed before (guard-1)\"}}");
        rig.answer = new GuardAnswer(GuardEffect.DENY, "It deletes all", "hard.delete");
        assertThat(rig.hook(bash("PreToolUse", "t3", ""))).contains("\"permissionDecision\":\"deny\"");
    }

    @Test
    void tellsTheGuardWhatHappenedBefore() {
        rig.hook(prompt("Fix"));
        rig.hook(bash("PostToolUse", "t1", ",\"tool_response\":\"done\""));
        rig.hook(bash("PostToolUseFailure", "t2", ",\"error\":\"no\""));
        rig.hook(bash("PreToolUse", "t3", ""));

        assertThat(rig.questions.get(0).call().arguments()).containsEntry("timeout", 5L);
        assertThat(rig.questions.get(0).history().steps())
                .extracting(step -> step.speaker() + " " + step.text() + " " + step.failed())
                .containsExactly(Speaker.USER + " Fix false", "TOOL done false", "TOOL no true");
    }

    @Test
    void readsTheTranscriptIntoTheSameTraceHoweverOften() throws Exception {
        Path file = folder.resolve("projects/app/s1.jsonl");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                line("user", "u1", "\"Fix\"")
                        + line(
                                "assistant",
                                "u2",
                                "[{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"Bash\",\"input\":{}}]")
                        + line(
                                "user",
                                "u3",
                                "[{\"type\":\"tool_result\",\"tool_use_id\":\"toolu_1\",\"content\":\"x\"}]")
                        + line("assistant", "u4", "[{\"type\":\"text\",\"text\":\"It is done\"}]"));
        rig.hook(prompt("Fix"));
        rig.hook(bash("PostToolUse", "toolu_1", ",\"tool_response\":\"ok\""));
        String stop = event("Stop", "").replace("/nowhere/s1.jsonl", file.toString());

        rig.hook(stop);
        rig.hook(stop.replace("Stop", "SessionEnd"));

        RecordedTrace run = rig.trace("ann", "claude-code:s1");
        assertThat(run.spans()).extracting(Span::operation).contains("chat");
        assertThat(run.spans())
                .filteredOn(span -> span.operation().equals("execute_tool"))
                .hasSize(1);
        assertThat(run.spans().toString()).contains("It is done");
    }

    private static String line(String type, String id, String content) {
        return "{\"type\":\"" + type + "\",\"sessionId\":\"s1\",\"uuid\":\"" + id
                + "\",\"timestamp\":\"2026-03-01T12:00:00Z\",\"message\":{\"id\":\"m" + id + "\",\"role\":\"" + type
                + "\",\"content\":" + content + "}}\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects/app/other.jsonl", "elsewhere/app/s1.jsonl", "s1.jsonl"})
    void opensNoOtherFile(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, line("user", "u1", "\"Fix\"") + line("assistant", "u2", "\"secret words\""));

        rig.hook(event("Stop", "").replace("/nowhere/s1.jsonl", file.toString()));

        assertThat(rig.trace("ann", "claude-code:s1").spans()).isEmpty();
    }

    @Test
    void keepsSessionsOfUsersApart() {
        rig.blocks.add("one");
        rig.hook(prompt("a"));

        assertThat(Posted.answer(rig.claude, "bob", prompt("a"))).contains("one");
        assertThat(rig.stores("carl", "claude-code:s1")).isFalse();
    }

    @Test
    void saysNothingToEventsThatItDoesNotKnow() {
        assertThat(rig.hook(event("Notification", ",\"message\":\"x\""))).isEmpty();
        assertThat(rig.hook(event("OfTheFuture", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "{}",
                "{\"session_id\":\"\",\"hook_event_name\":\"Stop\"}",
                "{\"session_id\":\"s\",\"hook_event_name\":\"PostToolUse\"}",
                "{\"session_id\":5,\"hook_event_name\":{}}"
            })
    void refusesWhatIsNoEvent(String body) {
        assertThatThrownBy(() -> rig.hook(body))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400));
    }
}
