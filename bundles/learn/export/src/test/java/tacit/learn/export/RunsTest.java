package tacit.learn.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class RunsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Scope SCOPE = Scope.ofWorkspace(Rig.WORKSPACE);

    private final List<PageRequest> asked = new ArrayList<>();
    private TraceStore traces;

    @BeforeEach
    void open(Database database) {
        traces = new SqlTraceStore(database);
    }

    private void keep(String prefix, int count, IntFunction<@Nullable Instant> start) {
        List<TraceUpdate> updates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TraceBuilder trace =
                    Trace.builder(prefix + i).workspaceId(Rig.WORKSPACE).agent(prefix);
            trace.startedAt(start.apply(i));
            updates.add(TraceUpdate.of(trace.build(), List.of()));
        }
        traces.append(SCOPE, updates);
    }

    /** Notes which pages the store was asked for. */
    private TraceStore watched() {
        return (TraceStore) Proxy.newProxyInstance(
                TraceStore.class.getClassLoader(), new Class<?>[] {TraceStore.class}, (self, method, arguments) -> {
                    if (arguments[arguments.length - 1] instanceof PageRequest page) {
                        asked.add(page);
                    }
                    return method.invoke(traces, arguments);
                });
    }

    private List<String> walked(String... options) {
        List<String> all = new ArrayList<>(List.of("--sft", "out.jsonl", "--workspace", Rig.WORKSPACE));
        all.addAll(List.of(options));
        List<String> ids = new ArrayList<>();
        new Runs(watched(), NOW).each(ExportOptions.of(all, Path.of("/")), trace -> ids.add(trace.id()));
        return ids;
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    @Test
    void takesTheNewestFirstAndThoseWithoutAStartLast() {
        keep("old", 1, i -> Instant.parse("1969-01-01T00:00:00Z"));
        keep("none", 2, i -> null);
        keep("ahead", 2, i -> NOW.plus(Duration.ofDays(2 - i)));
        keep("new", 3, i -> NOW.minus(Duration.ofDays(40L * (i + 1))));

        assertThat(walked()).containsExactly("ahead0", "ahead1", "new0", "new1", "new2", "old0", "none0", "none1");
    }

    @Test
    void takesEachOfManyOnceInFewPages() {
        keep("new", 2_500, i -> NOW.minusSeconds(60).minus(Duration.ofMillis(500L * i)));

        assertThat(walked()).containsExactlyElementsOf(ids("new", 2_500));
        assertThat(asked)
                .extracting(PageRequest::offset)
                .startsWith(0L, 1_000L, 2_000L)
                .hasSizeLessThan(5);
    }

    @Test
    void takesEachOfManyThatBeganInOneMoment() {
        keep("same", 2_600, i -> NOW.minusSeconds(10));

        assertThat(walked()).hasSize(2_600).doesNotHaveDuplicates();
    }

    @Test
    void takesEachOfManyWithoutAStart() {
        keep("none", 2_300, i -> null);
        keep("new", 10, i -> NOW.minusSeconds(i + 1));

        assertThat(walked()).hasSize(2_310).doesNotHaveDuplicates().startsWith("new0");
    }

    @Test
    void takesThoseOfATimeAndAgentAlone() {
        keep("a", 10, i -> NOW.minus(Duration.ofHours(i + 1)));
        keep("b", 10, i -> NOW.minus(Duration.ofHours(i + 1)));
        keep("none", 2, i -> null);
        keep("ahead", 1, i -> NOW.plusSeconds(60));

        assertThat(walked("--from", "2026-03-02T05:00:00Z")).containsExactly("a0", "b0", "a1", "b1", "a2", "b2");
        assertThat(walked("--until", "2026-03-02T00:00:00Z", "--agent", "b")).containsExactly("b8", "b9");
        assertThat(walked("--from", "2026-03-02T03:00:00Z", "--until", "2026-03-02T05:00:00Z"))
                .containsExactly("a3", "b3", "a4", "b4");
        assertThat(walked("--agent", "none")).containsExactly("none0", "none1");
        assertThat(walked("--from", "2026-03-02T07:30:00Z")).isEmpty();
    }
}
