package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.Evidence;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryOutcomes;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Reach;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class MemoryCommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ThreadIOImpl io = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(io);
    private final ListAudit audit = new ListAudit();
    private MemoryCommands commands;
    private final List<String> learnt = new ArrayList<>();
    private final FakeForgetting forgetting = new FakeForgetting();
    private final MemoryUpkeep upkeep = new MemoryUpkeep(audit);
    private MemoryStore store;
    private String id;

    @BeforeEach
    void start(Database database) {
        io.start();
        store = new SqlMemoryStore(database, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        id = store.add(draft("archive", "Likes tea")).record().id();
        store.add(draft("curated", "Works at night"));
        commands = new MemoryCommands(
                store,
                new ListLearning(),
                forgetting,
                upkeep,
                new ArchiveVerbs(new ArchiveRoles(), store, audit),
                audit);
        processor.addCommand("tacit", commands, "memory");
    }

    @AfterEach
    void stop() {
        io.stop();
    }

    @Test
    void showsHowRunsWentThatWereShownAMemory() {
        commands.outcomes = new OneOutcome(id);

        assertThat(run("tacit:memory show " + id)).as(text(err)).isEqualTo(Command.OK);
        assertThat(text(out))
                .contains("2 of 20 runs that were shown it went well (95 %: 3 to 30 %), 80 % of 50 others: useless");
        out.reset();

        assertThat(run("tacit:memory outcomes --json")).as(text(err)).isEqualTo(Command.OK);
        assertThat(text(out)).contains("\"helpful\":2", "\"harmful\":18", "\"others\":\"80 %\"", "Likes tea");
    }

    @Test
    void saysThatNothingCountsOutcomes() {
        assertThat(run("tacit:memory outcomes")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("Nothing counts how runs go");
        assertThat(run("tacit:memory show " + id)).isEqualTo(Command.OK);
    }

    @Test
    void listsMemoriesOfALayer() {
        assertThat(run("tacit:memory")).as(text(err)).isEqualTo(Command.OK);
        assertThat(text(out)).contains("Likes tea", "Works at night");
        out.reset();

        run("tacit:memory list --layer archive --json");

        assertThat(text(out)).contains("Likes tea").doesNotContain("Works at night");
    }

    @Test
    void saysThatNoMemoryOutsideIsConfigured() {
        assertThat(run("tacit:memory external")).as(text(err)).isEqualTo(Command.OK);

        assertThat(text(out)).contains("none", "false");
    }

    @Test
    void listsMemoriesOfAUserAndAState() {
        run("tacit:memory list --state superseded");
        run("tacit:memory list --user ben");

        assertThat(text(out)).doesNotContain("Likes tea");
    }

    @Test
    void showsAMemoryWithItsEvidence() {
        assertThat(run("tacit:memory show " + id)).as(text(err)).isEqualTo(Command.OK);

        assertThat(text(out)).contains("Likes tea", "evidence TRACE t1", "STATEMENT", "USER nora");
    }

    @Test
    void showsWhatAMemorySaidBefore() {
        store.change(Scope.ofDefaultWorkspace(), id, MemoryChange.NONE.withText("Likes milk", null));

        assertThat(run("tacit:memory history " + id)).isEqualTo(Command.OK);

        assertThat(text(out)).contains("Likes tea", "Likes milk");
    }

    @ParameterizedTest
    @CsvSource({"'',false", "--with-evidence,true"})
    void forgetsAMemoryAndLogsItsIdAlone(String option, String withEvidence) {
        assertThat(run("tacit:memory " + option + " forget " + id))
                .as(text(err))
                .isEqualTo(Command.OK);

        assertThat(store.find(Scope.ofDefaultWorkspace(), id)).isEmpty();
        assertThat(audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("memory.forget");
            assertThat(entry.subject()).isEqualTo(id);
            assertThat(entry.details()).containsEntry("with.evidence", withEvidence);
            assertThat(entry.toString()).doesNotContain("tea");
        });
    }

    @Test
    void forgetsNothingOfAnotherWorkspace() {
        String everywhere = store.add(
                        draft("archive", "Likes milk", new MemoryScope(Reach.GLOBAL, ""), Visibility.SHARED))
                .record()
                .id();

        assertThat(run("tacit:memory show --workspace other " + everywhere)).isEqualTo(Command.OK);
        assertThat(run("tacit:memory forget --workspace other " + everywhere)).isEqualTo(Command.FAILED);

        assertThat(text(err)).contains("Cannot find memory");
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void tellsWhatWouldGoWithAUserAndForgetsOnAYesOnly() {
        assertThat(run("tacit:memory forget --user nora")).as(text(err)).isEqualTo(Command.OK);
        assertThat(text(out)).contains("no, --yes does it", "memories/profile", "7", "'files' later");

        run("tacit:memory forget --user nora --yes");

        assertThat(forgetting.asked).containsExactly("preview nora", "forget nora by operator");
    }

    @Test
    void purgesTheFiles() {
        assertThat(run("tacit:memory purge --json")).as(text(err)).isEqualTo(Command.OK);

        assertThat(forgetting.asked).containsExactly("purge by operator");
        assertThat(text(out)).contains("\"done\":\"yes\"", "\"memories/profile\":7");
    }

    @Test
    void learnsFromOneRunOrTheLastOnes() {
        run("tacit:memory distill --trace t7");
        run("tacit:memory distill --offline");

        assertThat(learnt).containsExactly("t7", "offline");
        assertThat(text(out)).contains("journal=2");
        assertThat(audit.entries).extracting(entry -> entry.action()).containsOnly("memory.distill");
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:memory burn, 'memory knows list, show, outcomes, history, forget, purge, stats, retention, external, migrate, distill,'",
        "tacit:memory show, A memory must be named",
        "tacit:memory forget, A memory must be named",
        "tacit:memory forget --yes, A memory must be named",
        "tacit:memory forget nothing, Cannot find memory 'nothing'",
        "tacit:memory stats, there is no archive at the moment",
        "tacit:memory retention, there is no upkeep of the archive at the moment",
        "tacit:memory migrate, there is no migration of workspaces at the moment",
        "tacit:memory --recent, there is no archive at the moment",
        "tacit:memory imports, there is no upkeep of the archive at the moment",
        "tacit:memory observations, there is no taking apart of the archive at the moment",
        "tacit:memory retention --apply --undo, knows --preview",
        "tacit:memory retention --preview --apply, knows --preview",
        "tacit:memory retention --apply m1, takes ids with --undo alone",
        "tacit:memory distill, needs either --trace ID or --offline",
        "tacit:memory distill --offline --trace t1, needs either --trace ID or --offline",
        "tacit:memory --state odd, Value must be one of"
    })
    void refusesWhatItDoesNotKnow(String line, String reason) {
        assertThat(run(line)).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains(reason);
        assertThat(audit.entries).isEmpty();
        assertThat(learnt).isEmpty();
        assertThat(forgetting.asked).isEmpty();
    }

    private static MemoryDraft draft(String layer, String text) {
        return draft(layer, text, MemoryScope.ofUser("nora"), Visibility.PRIVATE);
    }

    private static MemoryDraft draft(String layer, String text, MemoryScope scope, Visibility visibility) {
        return new MemoryDraft(
                "default",
                layer,
                "preference",
                "nora",
                text,
                scope,
                visibility,
                TrustLane.STATEMENT,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1")),
                1,
                null,
                null,
                null,
                new TreeMap<>());
    }

    private int run(String line) {
        Console console = new Console(print(out), print(err), false, 200, Path.of(""));
        return new ShellCommand(processor).run(List.of(line), console);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Writes down what it is asked. */
    private final class ListLearning implements MemoryLearning {

        @Override
        public LearningReceipt learn(Scope scope, String traceId) {
            learnt.add(traceId);
            return receipt();
        }

        @Override
        public LearningReceipt learnOffline(Scope scope) {
            learnt.add("offline");
            return receipt();
        }

        @Override
        public LearningSwitches switches() {
            return LearningSwitches.USUAL;
        }

        private LearningReceipt receipt() {
            return new LearningReceipt(
                    Status.DONE,
                    1,
                    2,
                    1,
                    0,
                    new TreeMap<>(Map.of("journal", 2)),
                    3,
                    List.of("profile: IllegalState"),
                    new TreeMap<>(),
                    new TreeMap<>());
        }
    }

    /** Counted two good and eighteen bad runs of one memory. */
    private record OneOutcome(String memoryId) implements MemoryOutcomes {

        @Override
        public void shown(Scope scope, String contextId, Collection<String> memoryIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Helpfulness> of(Scope scope, String id) {
            return id.equals(memoryId)
                    ? Optional.of(new Helpfulness(memoryId, 2, 18, 0.028, 0.301, 40, 50, true))
                    : Optional.empty();
        }

        @Override
        public Page<Helpfulness> list(Scope scope, PageRequest page) {
            return new Page<>(of(scope, memoryId).stream().toList(), page.offset(), 1);
        }
    }
}
