package tacit.memory.recall.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.Audience;
import tacit.api.memory.TopicIndex;
import tacit.api.memory.TopicPack;
import tacit.api.memory.TopicPacks;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolDisabledException;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;

class MemoryTopicsLoadTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Asked packs = new Asked();
    private final MemoryTopicsLoad tool = new MemoryTopicsLoad(packs, Clock.fixed(NOW, ZoneOffset.UTC));

    private static ToolCall call(Audience audience, Map<String, Object> arguments) {
        return new ToolCall(Scope.ofDefaultWorkspace(), audience, null, new TreeMap<>(arguments));
    }

    private ToolAnswer answer(Map<String, Object> arguments) {
        return tool.call(call(Audience.ofUser("ada"), arguments));
    }

    @Test
    void li03OnlyLoadsUnlessToldOtherwise() {
        ToolAnswer answer = answer(Map.of("query", "ferry"));

        assertThat(packs.asked).containsExactly("load default ferry 4");
        assertThat(answer.rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("title", "Ferries")
                .containsEntry("path", ".cowork/memory/topics/ferries.md")
                .containsEntry("text", "They leave at nine"));
    }

    @Test
    void li03OnlyCollectsAnewWhenTold() {
        ToolAnswer answer = answer(Map.of("query", "ferry", "refresh", true, "limit", 12L));

        assertThat(packs.asked).containsExactly("refresh default ferry 12 " + NOW);
        assertThat(answer.rows()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"GROUP, false", "PUBLIC, false", "PRIVATE, true"})
    void tellsNobodyWhoMayNotSeeTheFilesAndBuildsNothingForThem(Audience.Kind kind, boolean subAgent) {
        Audience audience = new Audience(kind, "ada", null, null, subAgent);

        ToolAnswer answer = tool.call(call(audience, Map.of("query", "ferry", "refresh", true)));

        assertThat(answer.rows()).isEmpty();
        assertThat(packs.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limit, 13", "limit, 0", "refresh, yes"})
    void refusesArgumentsThatItDoesNotTake(String name, String value) {
        Object typed = value.matches("\\d+") ? (Object) Long.valueOf(value) : value;

        assertThatIllegalArgumentException().isThrownBy(() -> answer(Map.of("query", "ferry", name, typed)));
        assertThat(packs.asked).isEmpty();
    }

    @Test
    void to02IsToldNobodyWhileTopicsAreOff() {
        SwitchedTools tools =
                new SwitchedTools(Configurations.of(SwitchedTools.Config.class, Map.of("topic_memory", false)));
        tools.addTool(tool);

        assertThat(tools.list()).isEmpty();
        assertThatThrownBy(() -> tools.call(tool.name(), call(Audience.ofUser(null), Map.of("query", "ferry"))))
                .isInstanceOf(ToolDisabledException.class)
                .hasMessageContaining("disabled");
        assertThat(packs.asked).isEmpty();
    }

    @Test
    void isThereWhileTopicsAreOn() {
        SwitchedTools tools = new SwitchedTools(Configurations.of(SwitchedTools.Config.class, Map.of()));
        tools.addTool(tool);

        assertThat(tools.list()).extracting(RecallTool::name).containsExactly("memory_topics_load");
    }

    /** Notes what it is asked, and has one topic. */
    private static final class Asked implements TopicPacks {

        private final List<String> asked = new ArrayList<>();
        private final TopicPack pack = new TopicPack(
                "t1",
                "Ferries",
                "memory",
                ".cowork/memory/topics/ferries.md",
                "They leave at nine",
                List.of("m1"),
                NOW,
                1);

        @Override
        public TopicIndex refresh(String workspaceId, String query, int most, Instant now) {
            asked.add("refresh " + workspaceId + " " + query + " " + most + " " + now);
            return new TopicIndex(".cowork/memory/MEMORY.md", "", List.of(pack), 2);
        }

        @Override
        public List<TopicPack> load(String workspaceId, Audience audience, String query, int most) {
            asked.add("load " + workspaceId + " " + query + " " + most);
            return List.of(pack);
        }
    }
}
