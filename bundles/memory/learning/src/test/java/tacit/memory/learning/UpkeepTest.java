package tacit.memory.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.ArchiveTiers;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.Evidence;
import tacit.api.memory.MigrationReport;
import tacit.api.memory.RelationshipQuery;
import tacit.api.memory.RetentionPlan;
import tacit.api.memory.TaskCompletion;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.relationship.StoredRelationships;
import tacit.memory.workspace.SqlWorkspaces;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class UpkeepTest {

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private String broken = "nothing";
    private SqlWorkspaces workspaces;
    private Upkeep upkeep;

    @BeforeEach
    void open(Database database) throws IOException {
        SqlTraceStore traces = new SqlTraceStore(database);
        for (String workspace : List.of("a", "b")) {
            Trace trace = Trace.builder("t1").workspaceId(workspace).build();
            traces.append(Scope.ofWorkspace(workspace), List.of(new TraceUpdate(trace, List.of(), List.of())));
        }
        workspaces = new SqlWorkspaces(database);
        workspaces.attach(
                "c", Files.createDirectory(folder.toRealPath().resolve("c")).toString());
        upkeep = new Upkeep(traces);
        upkeep.workspaces = workspaces;
        upkeep.archive = archive();
        upkeep.migration = (workspace, dryRun) -> {
            note("migrate", workspace);
            return new MigrationReport(workspace, MigrationReport.Status.DONE, 1, 0, 0, 0, new TreeMap<>(), List.of());
        };
    }

    @Test
    void keepsTheArchiveOfEveryWorkspaceInOrderAndTakesFoldersOverOnce() {
        upkeep.pass();
        upkeep.pass();

        assertThat(asked)
                .startsWith("migrate c", "digest a", "tiers a", "applyRetention a", "digest b")
                .containsOnlyOnce("migrate c")
                .hasSize(1 + 2 * 9);
    }

    @Test
    void leavesOneEntryOfTheHistoryForEachTitleInEveryWorkspace(Database database) {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        StoredRelationships relationships = new StoredRelationships(new SqlMemoryStore(database, clock), clock);
        for (String workspace : List.of("a", "b")) {
            relationships.recordTaskCompletion(completion(workspace, "run-1"));
            relationships.recordTaskCompletion(completion(workspace, "run-2"));
        }
        upkeep.relationships = relationships;
        broken = "tiers a";

        upkeep.pass();

        for (String workspace : List.of("a", "b")) {
            assertThat(relationships.list(RelationshipQuery.of(new Scope(workspace, "nora"))))
                    .hasSize(1);
        }
    }

    private static TaskCompletion completion(String workspace, String run) {
        return new TaskCompletion(
                workspace, "nora", "Report", null, run, false, List.of(Evidence.of(Evidence.Kind.TRACE, "t1")));
    }

    @Test
    void takesAFolderOverThatComesLater() throws IOException {
        upkeep.pass();
        workspaces.detach("c");
        workspaces.attach(
                "c", Files.createDirectory(folder.toRealPath().resolve("d")).toString());

        upkeep.pass();

        assertThat(asked).filteredOn("migrate c"::equals).hasSize(2);
    }

    @Test
    void goesOnWithTheOthersWhereAPartBreaks() {
        broken = "tiers a";

        upkeep.pass();

        assertThat(asked).contains("applyRetention a", "tiers b").hasSize(10);
    }

    @Test
    void triesAFolderAgainThatCouldNotBeTakenOver() {
        broken = "migrate c";
        upkeep.pass();
        broken = "nothing";

        upkeep.pass();

        assertThat(asked).filteredOn("migrate c"::equals).hasSize(2);
    }

    @Test
    void doesNothingWhereTheRolesAreNotFilled() {
        upkeep.archive = null;
        upkeep.migration = null;
        upkeep.workspaces = null;

        upkeep.pass();

        assertThat(asked).isEmpty();
    }

    private void note(String what, String workspace) {
        asked.add(what + " " + workspace);
        if (broken.equals(what + " " + workspace)) {
            throw new IllegalStateException("It broke");
        }
    }

    private ArchiveUpkeep archive() {
        return (ArchiveUpkeep) Proxy.newProxyInstance(
                ArchiveUpkeep.class.getClassLoader(),
                new Class<?>[] {ArchiveUpkeep.class},
                (proxy, method, arguments) -> {
                    note(method.getName(), ((Scope) arguments[0]).workspaceId());
                    return switch (method.getName()) {
                        case "tiers" -> new ArchiveTiers(0, 0, 0, 0, 0);
                        case "digest" -> List.of();
                        default -> new RetentionPlan(List.of(), List.of(), 0, Instant.EPOCH, 0);
                    };
                });
    }
}
