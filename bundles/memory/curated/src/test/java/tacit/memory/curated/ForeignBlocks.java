package tacit.memory.curated;

import java.time.Clock;
import java.util.List;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MigrationReport;
import tacit.api.store.PageRequest;

/** Blocks of another program in the two files of a folder, and what becomes of them. */
final class ForeignBlocks {

    static final String USER = """
            # Ana

            My own words: do not touch.
            <!-- cowork:auto:curated-memory:start -->
            ## Auto Curated Memory

            - preference: Likes short replies
            - identity: Goes by Ana
            what is this
            - Likes tea without a kind
            <!-- cowork:auto:curated-memory:end -->
            """;
    static final String MEMORY = """
            <!-- cowork:auto:curated-memory:start -->
            - Project Fact: The API runs on port 7717
            - Workflow Rule: %s
            <!-- cowork:auto:curated-memory:end -->
            """.formatted("Deploy on Mondays ".repeat(30).strip());

    private ForeignBlocks() {}

    static Fixture laidInto(Fixture fixture) {
        fixture.write(Target.USER, USER);
        fixture.write(Target.WORKSPACE, MEMORY);
        return fixture;
    }

    static BlockMigration migration(Fixture of) {
        return new BlockMigration(of.store, of.files, of.gate, Clock.systemUTC());
    }

    static MigrationReport migrate(Fixture of, boolean dryRun) {
        return migration(of).migrate("default", dryRun);
    }

    static MemoryRecord entry(Fixture of, String text) {
        return all(of, "curated").stream()
                .filter(entry -> entry.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    static List<MemoryRecord> all(Fixture of, String layer) {
        return of.store
                .list(Fixture.SCOPE, MemoryFilter.of(layer), PageRequest.first(100))
                .rows();
    }
}
