package tacit.memory.curated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MigrationReport;
import tacit.api.memory.MigrationReport.Status;
import tacit.api.memory.TrustLane;
import tacit.api.memory.WorkspaceMigration;
import tacit.api.store.Database;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class BlockMigrationTest {

    @TempDir
    Path folder;

    private Database database;
    private Fixture fixture;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        fixture = ForeignBlocks.laidInto(new Fixture(opened, folder, "off"));
    }

    private MigrationReport migrate(boolean dryRun) {
        return ForeignBlocks.migrate(fixture, dryRun);
    }

    @Test
    void makesEntriesOfBlocksWithTheLineAsEvidence() {
        MigrationReport report = migrate(false);

        assertThat(report.status()).isEqualTo(Status.DONE);
        assertThat(report.added()).isEqualTo(4);
        assertThat(fixture.texts(Target.USER))
                .containsExactlyInAnyOrder("Likes short replies", "Goes by Ana", "Likes tea without a kind");
        MemoryRecord name = entry("Goes by Ana");
        assertThat(name.kind()).isEqualTo("identity");
        assertThat(name.lane()).isEqualTo(TrustLane.INFERENCE);
        Evidence line = name.evidence().get(0);
        assertThat(line.kind()).isEqualTo(Evidence.Kind.FILE);
        assertThat(line.id()).isEqualTo(".cowork/USER.md");
        assertThat(ForeignBlocks.USER.substring(line.begin(), line.end())).isEqualTo("- identity: Goes by Ana");
        assertThat(entry("Likes tea without a kind").kind()).isEqualTo("preference");
    }

    @Test
    void leavesTheFilesAsTheyAre() {
        migrate(false);

        assertThat(fixture.file(Target.USER)).isEqualTo(ForeignBlocks.USER);
        assertThat(fixture.file(Target.WORKSPACE)).isEqualTo(ForeignBlocks.MEMORY);

        fixture.add(Target.USER, null, "Likes milk");
        assertThat(fixture.file(Target.USER))
                .startsWith(ForeignBlocks.USER)
                .contains("Likes milk", "- identity: Goes by Ana\n");
    }

    @Test
    void keepsWhatIsTooLongWholeAndNamesWhatItCannotRead() {
        MigrationReport report = migrate(false);

        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.remarks())
                .containsExactly(
                        ".cowork/USER.md:9 is no entry",
                        ".cowork/MEMORY.md:3 has 539 characters: kept as a memory of layer 'curated.long', which no"
                                + " prompt shows by itself");
        assertThat(all(Takeover.LONG)).singleElement().satisfies(kept -> assertThat(kept.text())
                .isEqualTo("Deploy on Mondays ".repeat(30).strip()));
    }

    @Test
    void tellsWhatItWouldDoAndDoesNothing() {
        MigrationReport report = migrate(true);

        assertThat(report.status()).isEqualTo(Status.DRY_RUN);
        assertThat(report.added()).isEqualTo(4);
        assertThat(report.kept()).isEqualTo(1);
        assertThat(all("curated")).isEmpty();
        assertThat(all("settings")).isEmpty();
    }

    @Test
    void passesOverWhatWasTakenBack() {
        fixture.write(
                Target.USER, ForeignBlocks.USER.replace("Goes by Ana", "[deleted sha256:" + "0a".repeat(32) + "]"));

        assertThat(migrate(false).added()).isEqualTo(3);
        assertThat(fixture.texts(Target.USER)).noneMatch(text -> text.contains("deleted"));
    }

    @Test
    void asksTheGateAsWorkOfTheBackground() {
        fixture = new Fixture(database, folder, "background_only");

        MigrationReport report = migrate(false);

        assertThat(report.waiting()).isEqualTo(4);
        assertThat(report.added()).isZero();
        assertThat(fixture.texts(null)).isEmpty();
        assertThat(migrate(false).status()).isEqualTo(Status.DONE_BEFORE);
    }

    @Test
    void leavesAFileAloneThatIsNoText() throws IOException {
        Files.write(
                folder.resolve(".cowork/USER.md"),
                (ForeignBlocks.USER + "\u00e4").getBytes(StandardCharsets.ISO_8859_1));

        MigrationReport report = migrate(false);

        assertThat(report.remarks()).contains(".cowork/USER.md is not taken over: it is no UTF-8");
        assertThat(fixture.texts(Target.USER)).isEmpty();
        assertThat(fixture.texts(Target.WORKSPACE)).containsExactly("The API runs on port 7717");
    }

    @Test
    void countsWhatIsReadWhereItLiesAndNumbersBadLines() throws IOException {
        lay("memory/daily/2026-03-01.md", "x");
        lay("memory/2026-03-01.md", "x");
        lay("memory/summaries/2026-03-01.md", "x");
        lay("memory/transcripts/spans/t1.jsonl", "{\"a\":1}\n{\"b\":\n\n{\"c\":1}\n");
        lay("memory/transcripts/checkpoints/t1.json", "{\"a\":");

        MigrationReport report = migrate(true);

        assertThat(report.found())
                .containsEntry("kit files", 2L)
                .containsEntry("journal days", 1L)
                .containsEntry("days of notes", 1L)
                .containsEntry("summaries", 1L)
                .containsEntry("transcripts", 1L)
                .containsEntry("spans", 2L)
                .containsEntry("checkpoints", 1L);
        assertThat(report.remarks())
                .contains(
                        ".cowork/memory/transcripts/spans/t1.jsonl:2 is no whole JSON object",
                        ".cowork/memory/transcripts/checkpoints/t1.json is no whole JSON object");
    }

    @Test
    void hasNothingToDoWithoutAFolderOrABlock() {
        WorkspaceMigration nowhere = new BlockMigration(
                fixture.store, new FolderFiles(id -> Optional.empty(), 4096), fixture.gate, Clock.systemUTC());
        assertThat(nowhere.migrate("default", false).status()).isEqualTo(Status.NO_FOLDER);

        fixture.write(Target.USER, "# Ana\n- preference: outside of any block\n");
        fixture.write(Target.WORKSPACE, "<!-- cowork:auto:curated-memory:start -->\n- fact: block without an end\n");
        assertThat(migrate(false).status()).isEqualTo(Status.NOTHING);
        assertThat(all("settings")).isEmpty();
    }

    private void lay(String path, String text) throws IOException {
        Path file = folder.resolve(".cowork").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private MemoryRecord entry(String text) {
        return ForeignBlocks.entry(fixture, text);
    }

    private List<MemoryRecord> all(String layer) {
        return ForeignBlocks.all(fixture, layer);
    }
}
