package tacit.surface.agents.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.guard.GuardAnswer;
import tacit.api.guard.GuardEffect;
import tacit.api.http.HttpProblem;
import tacit.api.trace.RecordedTrace;

class CodexHooksTest {

    private static final String CALL = "{\"session_id\":\"c1\",\"turn_id\":\"1\",\"hook_event_name\":\"PreToolUse\","
            + "\"tool_name\":\"Bash\",\"tool_input\":{\"command\":\"ls\"}}";

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void givesAPromptItsContext() {
        rig.blocks.add("Known");

        assertThat(Posted.answer(
                        rig.codex,
                        "ann",
                        "{\"session_id\":\"c1\",\"hook_event_name\":\"UserPromptSubmit\",\"prompt\":\"Go\"}"))
                .isEqualTo(
                        "{\"hookSpecificOutput\":{\"hookEventName\":\"UserPromptSubmit\",\"additionalContext\":\"Known\"}}");
    }

    @Test
    void forbidsButNeverAsksAsCodexTakesNoQuestions() {
        rig.answer = new GuardAnswer(GuardEffect.ASK, "Sure", "guard-1");
        assertThat(Posted.answer(rig.codex, "ann", CALL)).isEmpty();

        rig.answer = new GuardAnswer(GuardEffect.DENY, "No", "hard.x");
        assertThat(Posted.answer(rig.codex, "ann", CALL)).contains("\"deny\"", "Tacit: No (hard.x)");
    }

    @Test
    void addsTheAnswerOfATurnToTheTraceOfTheConversation() {
        String turn = "{\"type\":\"agent-turn-complete\",\"thread-id\":\"c1\",\"turn-id\":\"7\",\"cwd\":\"/w\","
                + "\"input-messages\":[\"Go\"],\"last-assistant-message\":\"Gone\"}";

        assertThat(Posted.answer(rig.notify, "ann", turn)).isEmpty();
        Posted.answer(rig.notify, "ann", turn);

        // The first sixteen bytes of SHA-256 over codex, a zero, c1, a zero: the id that its log events get
        RecordedTrace trace = rig.trace("ann", SessionTraces.hash("codex", "c1"));
        assertThat(trace.trace().sessionId()).isEqualTo("c1");
        assertThat(trace.spans()).singleElement().satisfies(span -> {
            assertThat(span.operation()).isEqualTo("chat");
            assertThat(span.output())
                    .isEqualTo("[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Gone\"}]}]");
        });
    }

    @Test
    void hearsNothingElse() {
        assertThat(Posted.answer(rig.notify, "ann", "{\"type\":\"approval-requested\"}"))
                .isEmpty();
        assertThat(Posted.answer(rig.notify, "ann", "{\"type\":\"agent-turn-complete\"}"))
                .isEmpty();
        assertThatThrownBy(() -> Posted.answer(
                        rig.notify, "ann", "{\"type\":\"agent-turn-complete\",\"last-assistant-message\":\"x\"}"))
                .isInstanceOf(HttpProblem.class);
    }
}
