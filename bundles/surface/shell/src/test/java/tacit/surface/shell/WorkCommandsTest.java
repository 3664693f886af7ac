package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AuditEntry;
import tacit.api.command.Command;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.PlaybookEpisode.PlaybookSource;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.curated.StoredCuratedMemory;
import tacit.memory.graph.StoredGraph;
import tacit.memory.index.LuceneIndex;
import tacit.memory.playbook.StoredPlaybook;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.FakeGate;

/** The commands for the playbook, the knowledge graph and the curated entries, over real stores. */
@EachDatabase
class WorkCommandsTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T10:00:00Z"), ZoneOffset.UTC);
    private static final List<Evidence> EVIDENCE = List.of(Evidence.of(Evidence.Kind.TRACE, "t1"));

    @TempDir
    Path folder;

    private final ListAudit audit = new ListAudit();
    private final ShellLines shell = new ShellLines();
    private LuceneIndex index;
    private StoredPlaybook playbook;
    private StoredGraph graph;

    @BeforeEach
    void start(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        index = new LuceneIndex(folder.resolve("index"), List.of(), CLOCK);
        playbook = new StoredPlaybook(store, CLOCK, Configurations.of(StoredPlaybook.Config.class, Map.of()));
        graph = new StoredGraph(store, index, CLOCK, Configurations.of(StoredGraph.Config.class, Map.of()));
        FolderFiles files = FolderFiles.of(folder);
        StoredCuratedMemory curated = new StoredCuratedMemory(store, files, new FakeGate(), CLOCK);
        shell.with(new PlaybookCommands(playbook), "playbook")
                .with(new GraphCommands(graph, store, audit), "graph")
                .with(new CuratedCommands(curated, store, audit), "curated");
    }

    @AfterEach
    void stop() {
        shell.close();
        index.close();
    }

    @Test
    void listsWhatWasTriedAndWhatTheErrorWasAbout() {
        playbook.capture(SCOPE, episode("t1", "Deploy the service", Outcome.FAILURE, "HTTP 429"));
        playbook.capture(SCOPE, episode("t2", "Write the report", Outcome.SUCCESS, null));

        assertThat(shell.run("tacit:playbook --outcome failure"))
                .as(shell.err())
                .isEqualTo(Command.OK);
        assertThat(shell.out()).contains("Deploy the service", "RATE_LIMIT").doesNotContain("report");
    }

    @Test
    void showsAnEntryWithAllOfItsPartsAndThoseAboutATask() {
        playbook.capture(SCOPE, episode("t1", "Deploy the billing service", Outcome.SUCCESS, null));
        playbook.capture(SCOPE, episode("t2", "Water the garden", Outcome.SUCCESS, null));

        shell.run("tacit:playbook match 'deploy the billing service again'");
        assertThat(shell.out()).contains("Deploy the billing service").doesNotContain("garden");
        shell.run("tacit:playbook");
        shell.run("tacit:playbook show " + shell.idOf("billing"));
        assertThat(shell.out()).contains("look around; do it", "git_commit", "Look before you leap", "t1");
    }

    @Test
    void countsSearchesAndConfirmsWhatIsInTheGraph() {
        graph.extract(SCOPE, "t1", Visibility.SHARED, List.of(text("The Checkout Service uses PostgreSQL.")));

        assertThat(shell.run("tacit:graph")).as(shell.err()).isEqualTo(Command.OK);
        assertThat(shell.out()).contains("things", "relations", "of type technology");
        shell.run("tacit:graph search PostgreSQL");
        String id = shell.idOf("PostgreSQL");
        shell.run("tacit:graph near " + id);
        assertThat(shell.out()).contains("Checkout", "uses since");

        assertThat(shell.run("tacit:graph confirm " + id)).as(shell.err()).isEqualTo(Command.OK);
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("graph.confirm");
    }

    @Test
    void triesWhatTheGraphWouldReadAndStoresNothing() {
        shell.run("tacit:graph read 'The Checkout Service uses PostgreSQL.'");
        assertThat(shell.out()).contains("relation", "Checkout Service uses PostgreSQL");

        shell.run("tacit:graph stats --json");
        assertThat(shell.out()).contains("\"things\":0");
    }

    @Test
    void editsCuratedEntriesAndListsThem() {
        assertThat(shell.run("tacit:curated --kind project_fact add 'The API runs on port 7717'"))
                .as(shell.err())
                .isEqualTo(Command.OK);
        shell.run("tacit:curated");
        String id = shell.idOf("7717");
        assertThat(folder.resolve(".cowork/MEMORY.md")).content().contains("7717");

        shell.run("tacit:curated replace " + id + " 'The API runs on port 8080'");
        shell.run("tacit:curated list --target workspace");
        assertThat(shell.out()).contains("8080").doesNotContain("7717");
        shell.run("tacit:curated remove " + shell.idOf("8080"));
        shell.run("tacit:curated");

        assertThat(shell.out()).contains("Nothing found");
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("curated.add", "curated.replace", "curated.remove");
        assertThat(audit.entries.toString()).doesNotContain("port");
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:playbook burn, 'got ''burn'''",
        "tacit:playbook show x, Cannot find entry 'x'",
        "tacit:playbook match, playbook match needs a task",
        "tacit:playbook --outcome odd, 'Value must be one of success, failure'",
        "tacit:graph burn, 'got ''burn'''",
        "tacit:graph search, graph search needs words",
        "tacit:graph --as-of soon near x, --as-of must be a time",
        "tacit:graph near x, x",
        "tacit:graph confirm x, Cannot find 'x'",
        "tacit:graph confirm Nora likes tea, graph confirm needs an id",
        "tacit:curated remove x, Cannot find entry 'x'",
        "tacit:curated remove Nora likes tea, curated remove needs an id",
        "tacit:curated replace x tea, Cannot find entry 'x'",
        "tacit:curated burn, 'got ''burn'''",
        "tacit:curated replace x, curated replace needs an id and a text",
        "tacit:curated --target moon, 'Value must be one of user, workspace'"
    })
    void refusesWhatItDoesNotKnow(String line, String reason) {
        assertThat(shell.run(line)).isEqualTo(Command.FAILED);

        assertThat(shell.err()).contains(reason);
        assertThat(audit.entries).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--target user", "--target user --user nora"})
    void editsEachEntryThatItLists(String whose) {
        shell.run("tacit:curated " + whose + " add 'Likes tea'");
        shell.run("tacit:curated");

        assertThat(shell.run("tacit:curated replace " + shell.idOf("Likes tea") + " 'Likes milk'"))
                .as(shell.err())
                .isEqualTo(Command.OK);
        shell.run("tacit:curated");
        assertThat(shell.out()).contains("Likes milk").doesNotContain("Likes tea");
        assertThat(shell.run("tacit:curated remove " + shell.idOf("Likes milk")))
                .as(shell.err())
                .isEqualTo(Command.OK);

        shell.run("tacit:curated");
        assertThat(shell.out()).contains("Nothing found");
    }

    @Test
    void saysWhyAnEntryIsRefused() {
        assertThat(shell.run("tacit:curated remove nothing")).isEqualTo(Command.FAILED);

        assertThat(shell.err()).isNotBlank().doesNotContain("Exception");
    }

    private static SourceText text(String words) {
        return new SourceText(words, Evidence.Kind.SPAN, "t1/s1", TrustLane.RESULT);
    }

    private static PlaybookEpisode episode(String run, String goal, Outcome outcome, @Nullable String error) {
        return new PlaybookEpisode(
                run,
                goal,
                "Please do: " + goal,
                List.of("look around", "do it"),
                List.of(new PlaybookEpisode.ToolUse("git_commit", new TreeMap<>())),
                outcome,
                error,
                "Look before you leap",
                List.of("repo_file"),
                new PlaybookSource(TrustLane.RESULT, Visibility.SHARED, EVIDENCE));
    }
}
