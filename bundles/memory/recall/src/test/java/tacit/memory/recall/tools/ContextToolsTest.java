package tacit.memory.recall.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.Audience;
import tacit.api.recall.ContextCompaction;
import tacit.api.recall.ContextDetails;
import tacit.api.recall.ContextDetails.Payload;
import tacit.api.recall.ContextHit;
import tacit.api.recall.ContextQuery;
import tacit.api.recall.ContextReceipt;
import tacit.api.recall.ContextRecording;
import tacit.api.recall.DurableContext;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolDisabledException;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;

class ContextToolsTest {

    private final List<ContextQuery> asked = new ArrayList<>();
    private final List<String> described = new ArrayList<>();
    private final Asked context = new Asked();
    private final ContextGrep grep = new ContextGrep(context);
    private final ContextDescribe describe = new ContextDescribe(context);
    private boolean on = true;

    private static ToolCall call(@Nullable String task, Object... pairs) {
        TreeMap<String, Object> arguments = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put((String) pairs[i], pairs[i + 1]);
        }
        return new ToolCall(new Scope("w", "ada"), Audience.ofUser("ada"), task, arguments);
    }

    @Test
    void dc10LooksIntoTheRunThatCalls() {
        grep.call(call("active", "query", "bay"));

        assertThat(asked.get(0).taskId()).isEqualTo("active");
        assertThat(asked.get(0).most()).isEqualTo(10);
        assertThat(asked.get(0).scope()).isEqualTo(new Scope("w", "ada"));
        assertThat(asked.get(0).audience()).isEqualTo(Audience.ofUser("ada"));
    }

    @ParameterizedTest
    @CsvSource({", active", "false, active", "true, other"})
    void dc10LooksIntoAnotherRunOnlyWhereTheUserAskedForIt(@Nullable Boolean explicit, String looked) {
        ToolCall call = explicit == null
                ? call("active", "query", "bay", "id", "dcs_1", "taskId", "other")
                : call("active", "query", "bay", "id", "dcs_1", "taskId", "other", "explicitUserRequest", explicit);

        grep.call(call);
        describe.call(call);

        assertThat(asked.get(0).taskId()).isEqualTo(looked);
        assertThat(described).containsExactly(looked + "/dcs_1/8");
    }

    @Test
    void refusesACallOfNoRun() {
        assertThatIllegalArgumentException().isThrownBy(() -> grep.call(call(null, "query", "bay")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grep.call(call(null, "query", "bay", "taskId", "other")))
                .withMessageContaining("taskId");
    }

    @Test
    void marksItsAnswersSoThatTheyAreNoPartOfTheConversation() {
        Map<String, Object> row =
                grep.call(call("active", "query", "bay", "limit", 3L)).rows().get(0);

        assertThat(row)
                .containsEntry("source", "durable_context")
                .containsEntry("kind", "message")
                .containsEntry("snippet", "At the bay")
                .doesNotContainKey("sourceMessageCount");
        assertThat(asked.get(0).most()).isEqualTo(3);
    }

    @Test
    void showsWhatASummaryWasMadeOf() {
        Map<String, Object> row = describe.call(call("active", "id", "dcs_1", "sourceLimit", 2L))
                .rows()
                .get(0);

        assertThat(row)
                .containsEntry("form", "node")
                .containsEntry("depth", 1L)
                .containsEntry("parents", List.of("dcs_0"))
                .containsEntry("label", "week")
                .containsEntry("text", "At the bay")
                .containsKeys("sources", "payload")
                .doesNotContainKey("snippet");
        assertThat(described).containsExactly("active/dcs_1/2");
    }

    @Test
    void to02ToldToNobodyWhileTheContextIsOff() {
        SwitchedTools tools = new SwitchedTools(Configurations.of(SwitchedTools.Config.class, Map.of()));
        tools.addTool(grep);
        tools.addTool(describe);
        assertThat(tools.list()).extracting(RecallTool::name).containsExactly("context_describe", "context_grep");

        on = false;

        assertThat(tools.list()).isEmpty();
        assertThatThrownBy(() -> tools.call("context_grep", call("active", "query", "bay")))
                .isInstanceOf(ToolDisabledException.class)
                .hasMessageContaining("disabled");
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 51", "sourceLimit, 0", "sourceLimit, 26"})
    void refusesNumbersOutOfBounds(String name, long value) {
        assertThatIllegalArgumentException().isThrownBy(() -> {
            grep.call(call("active", "query", "bay", "limit", name.equals("limit") ? value : 5L));
            describe.call(call("active", "id", "x", name, value));
        });
    }

    /** Answers one message, and keeps what it was asked. */
    private final class Asked implements DurableContext {

        private final ContextHit hit =
                new ContextHit("dcm_1", ContextHit.Kind.MESSAGE, "t", "user", Instant.EPOCH, 4, "At the bay", null, 0);

        @Override
        public boolean enabled() {
            return on;
        }

        @Override
        public boolean knows(Scope scope, String taskId) {
            return true;
        }

        @Override
        public ContextReceipt record(ContextRecording recording) {
            return ContextReceipt.NONE;
        }

        @Override
        public ContextReceipt compact(ContextCompaction compaction) {
            return ContextReceipt.NONE;
        }

        @Override
        public List<ContextHit> search(ContextQuery query) {
            asked.add(query);
            return List.of(hit);
        }

        @Override
        public Optional<ContextDetails> describe(
                Scope scope, Audience audience, String taskId, String id, int sources) {
            described.add(taskId + "/" + id + "/" + sources);
            return Optional.of(new ContextDetails(
                    hit, "node", 1, List.of("dcs_0"), "week", true, List.of(hit), new Payload("dcp_1", 9, "At")));
        }

        @Override
        public int clear(Scope scope) {
            return 0;
        }

        @Override
        public int forget(Scope scope, List<String> texts) {
            return 0;
        }
    }
}
