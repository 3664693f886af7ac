package tacit.memory.recall.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.Audience;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.TrustLane;
import tacit.api.recall.Recall;
import tacit.api.recall.RecallAnswer;
import tacit.api.recall.RecallAnswer.Failure;
import tacit.api.recall.RecallCounts;
import tacit.api.recall.RecallRequest;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolDisabledException;
import tacit.api.recall.TranscriptHit;
import tacit.api.recall.TranscriptQuery;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;

class SwitchedToolsTest {

    private final List<TranscriptQuery> asked = new ArrayList<>();

    private SwitchedTools tools(Map<String, ?> settings) {
        SwitchedTools tools = new SwitchedTools(Configurations.of(SwitchedTools.Config.class, settings));
        tools.addTool(new SearchMemories(new BrokenRecall()));
        tools.addTool(new SearchSessions(this::answered, Clock.systemUTC()));
        tools.addTool(new SearchQuotes(this::answered, Clock.systemUTC()));
        tools.addTool(new MemorySearchIndex(silent(ArchiveMemory.class)));
        tools.addTool(new MemoryTimeline(silent(ArchiveMemory.class)));
        tools.addTool(new MemoryDetails(silent(ArchiveMemory.class)));
        tools.addTool(new MemoryTopicsLoad(silent(TopicPacks.class), Clock.systemUTC()));
        return tools;
    }

    /** A role that nobody asks here. */
    private static <T> T silent(Class<T> role) {
        return role.cast(
                Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (self, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    private List<TranscriptHit> answered(TranscriptQuery query) {
        asked.add(query);
        return List.of(new TranscriptHit(
                "quote:1",
                "transcript_span",
                "user_message",
                "t1",
                Instant.EPOCH,
                "copper bay",
                TrustLane.STATEMENT,
                3,
                "all of the words",
                new TreeMap<>(Map.of("seq", "4"))));
    }

    private static ToolCall call(Object... pairs) {
        TreeMap<String, Object> arguments = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put((String) pairs[i], pairs[i + 1]);
        }
        return new ToolCall(Scope.ofDefaultWorkspace(), Audience.ofUser(null), "t9", arguments);
    }

    @Test
    void to01ListsTheToolsThatAreOn() {
        assertThat(tools(Map.of()).list())
                .extracting(RecallTool::name)
                .containsExactly(
                        "memory_details",
                        "memory_search_index",
                        "memory_timeline",
                        "memory_topics_load",
                        "search_memories",
                        "search_quotes",
                        "search_sessions");
    }

    @Test
    void to02TellsNobodyOfToolsThatAreOff() {
        Map<String, Boolean> off = Map.of("session_recall", false, "verbatim_recall", false, "topic_memory", false);

        assertThat(tools(off).list())
                .extracting(RecallTool::name)
                .containsExactly("memory_details", "memory_search_index", "memory_timeline", "search_memories");
    }

    @ParameterizedTest
    @CsvSource({
        "session_recall, search_sessions",
        "verbatim_recall, search_quotes",
        "topic_memory, memory_topics_load",
        "durable_context, context_grep",
        "durable_context, context_describe",
        "progressive_recall, memory_search_index",
        "progressive_recall, memory_timeline",
        "progressive_recall, memory_details"
    })
    void to03RefusesAToolThatIsOff(String setting, String tool) {
        assertThatThrownBy(() -> tools(Map.of(setting, false)).call(tool, call("query", "x")))
                .isInstanceOf(ToolDisabledException.class)
                .hasMessageContaining("disabled");
    }

    @Test
    void refusesAToolThatIsSwitchedOffByName() {
        SwitchedTools tools = tools(Map.of("disabled", new String[] {"search_memories"}));

        assertThatThrownBy(() -> tools.call("search_memories", call("query", "x")))
                .isInstanceOf(ToolDisabledException.class);
        assertThat(tools.list()).hasSize(6);
    }

    @Test
    void to04AnswersNothingWhenTheServiceFails() {
        ToolAnswer answer = tools(Map.of()).call("search_memories", call("query", "x"));

        assertThat(answer.rows()).isEmpty();
        assertThat(answer.failures())
                .containsExactly(new Failure("search_memories", "It failed with IllegalStateException"));
    }

    @Test
    void passesOnWhatIsAsked() {
        ToolAnswer answer =
                tools(Map.of()).call("search_sessions", call("query", "copper bay", "taskId", "t1", "limit", 3L));

        assertThat(asked.get(0).text()).isEqualTo("copper bay");
        assertThat(asked.get(0).taskId()).isEqualTo("t1");
        assertThat(asked.get(0).most()).isEqualTo(3);
        assertThat(asked.get(0).types()).isEmpty();
        assertThat(answer.rows().get(0)).containsEntry("excerpt", "copper bay").containsEntry("seq", "4");
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        SwitchedTools tools = tools(Map.of());

        tools.call("search_sessions", call("query", "x", "includeCheckpoints", false));
        tools.call("search_quotes", call("query", "x", "includeWorkspaceNotes", false));
        tools.call("search_quotes", call("query", "x", "sourceTypes", List.of("workspace_markdown")));

        assertThat(asked.get(0).types()).doesNotContain("checkpoint").isNotEmpty();
        assertThat(asked.get(1).types()).containsExactly("transcript_span", "task_message", "memory");
        assertThat(asked.get(2).types()).containsExactly("workspace_markdown");
    }

    @ParameterizedTest
    @CsvSource({"query, 1", "limit, 51", "what, x", "includeCheckpoints, yes"})
    void refusesArgumentsThatItDoesNotTake(String name, String value) {
        Object typed = value.matches("\\d+") ? (Object) Long.valueOf(value) : value;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tools(Map.of()).call("search_sessions", call("query", "x", name, typed)));
    }

    @Test
    void refusesACallWithoutWhatItNeeds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tools(Map.of()).call("search_sessions", call()))
                .withMessage("query must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tools(Map.of()).call("search_wishes", call()))
                .withMessageContaining("Unknown tool 'search_wishes'");
    }

    /** Answers nobody. */
    private static final class BrokenRecall implements Recall {

        @Override
        public RecallAnswer recall(RecallRequest request) {
            throw new IllegalStateException("broken");
        }

        @Override
        public RecallCounts counts() {
            return new RecallCounts(0, 0, 0, "");
        }
    }
}
