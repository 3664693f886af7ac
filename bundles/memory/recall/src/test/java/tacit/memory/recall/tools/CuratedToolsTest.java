package tacit.memory.recall.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.memory.Audience;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.CurationResult;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.ToolCall;
import tacit.api.store.Scope;

class CuratedToolsTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    private final Entries entries = new Entries();

    private static ToolCall call(Audience audience, @Nullable String task, Map<String, Object> arguments) {
        return new ToolCall(SCOPE, audience, task, new TreeMap<>(arguments));
    }

    @Test
    void curatesInTheNameOfTheRunThatCalls() {
        Map<String, Object> row = new MemoryCurate(entries)
                .call(call(
                        Audience.ofUser(null), "t1", Map.of("action", "add", "target", "user", "content", "Likes tea")))
                .rows()
                .get(0);

        CurationRequest asked = entries.asked.get(0);
        assertThat(asked.origin()).isEqualTo(MemoryWrite.Origin.AGENT_TOOL);
        assertThat(asked.evidence()).containsExactly(Evidence.of(Evidence.Kind.TRACE, "t1"));
        assertThat(asked.content()).isEqualTo("Likes tea");
        assertThat(row).containsEntry("status", "staged").containsEntry("pendingId", "p1");
    }

    @Test
    void refusesAChangeThatComesFromNowhereAndWordsThatMeanNothing() {
        MemoryCurate curate = new MemoryCurate(entries);
        Map<String, Object> add = Map.of("action", "add", "target", "user", "content", "Likes tea");
        Map<String, Object> grow = Map.of("action", "grow", "target", "user");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> curate.call(call(Audience.ofUser(null), null, add)))
                .withMessageContaining("taskId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curate.call(call(Audience.ofUser(null), "t1", grow)))
                .withMessageContaining("action must be one of");
        assertThat(entries.asked).isEmpty();
    }

    @Test
    void showsEntriesToThoseWhoMaySeeThem() {
        MemoryCuratedRead read = new MemoryCuratedRead(entries);

        assertThat(ids(read, Audience.ofUser("ada"))).containsExactly("shared", "ada");
        assertThat(ids(read, Audience.ofUser("bob"))).containsExactly("shared");
        assertThat(ids(read, new Audience(Audience.Kind.GROUP, "ada", null, null, false)))
                .containsExactly("shared");
    }

    private static List<Object> ids(MemoryCuratedRead read, Audience audience) {
        List<Object> ids = new ArrayList<>();
        read.call(call(audience, null, Map.of())).rows().forEach(row -> ids.add(row.get("id")));
        return ids;
    }

    /** Has an entry for all and one of a user; lets every edit wait. */
    private static final class Entries implements CuratedMemory {

        private final List<CurationRequest> asked = new ArrayList<>();

        @Override
        public CurationResult curate(CurationRequest request) {
            asked.add(request);
            return new CurationResult(CurationResult.Status.STAGED, null, List.of(), null, "p1", "It waits");
        }

        @Override
        public CurationResult upsert(CurationRequest request, double confidence) {
            return curate(request);
        }

        @Override
        public List<MemoryRecord> read(
                Scope scope, CurationRequest.@Nullable Target target, @Nullable String kind, int limit) {
            return List.of(
                    entry("shared", MemoryScope.WORKSPACE, Visibility.SHARED),
                    entry("ada", MemoryScope.ofUser("ada"), Visibility.PRIVATE));
        }

        @Override
        public List<MemoryRecord> list(
                Scope scope, CurationRequest.@Nullable Target target, @Nullable String kind, int limit) {
            return read(scope, target, kind, limit);
        }

        private static MemoryRecord entry(String id, MemoryScope scope, Visibility visibility) {
            return new MemoryRecord(
                    id,
                    "default",
                    "curated",
                    "preference",
                    "user",
                    "Likes tea",
                    scope,
                    visibility,
                    TrustLane.STATEMENT,
                    List.of(Evidence.of(Evidence.Kind.TRACE, "t1")),
                    1,
                    null,
                    null,
                    MemoryState.ACTIVE,
                    null,
                    0,
                    null,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    new TreeMap<>());
        }
    }
}
