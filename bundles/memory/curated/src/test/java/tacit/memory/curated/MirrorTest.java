package tacit.memory.curated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.CurationResult;
import tacit.api.memory.CurationResult.Status;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Database;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class MirrorTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open(Database opened) {
        database = opened;
    }

    @Test
    void cu06KeepsTheTextAroundTheBlock() {
        Fixture fixture = new Fixture(database, folder, "off");
        fixture.write(Target.USER, "# Ana\n\nMy own words.\n");
        fixture.add(Target.USER, null, "Likes tea");
        fixture.write(Target.USER, fixture.file(Target.USER) + "\nMore of mine.\n");

        fixture.add(Target.USER, null, "Likes milk");

        assertThat(fixture.file(Target.USER))
                .startsWith("# Ana\n\nMy own words.\n")
                .endsWith("\nMore of mine.\n")
                .contains("Likes tea", "Likes milk");
    }

    @Test
    void cu07ShowsADollarAsItIs() {
        Fixture fixture = new Fixture(database, folder, "off");

        fixture.add(Target.WORKSPACE, null, "price is $& today");

        assertThat(fixture.file(Target.WORKSPACE)).contains("- Project Fact: price is $& today\n");
    }

    @Test
    void triesAgainWhenSomebodyElseWrites() {
        AtomicInteger refusals = new AtomicInteger(2);
        Fixture fixture = new Fixture(database, folder, new Racing(FolderFiles.of(folder), refusals), "off");

        CurationResult added = fixture.add(Target.USER, null, "Likes tea");

        assertThat(added.file()).isEqualTo(".cowork/USER.md");
        assertThat(fixture.file(Target.USER)).contains("Likes tea");
    }

    @Test
    void reportsAFileThatStaysBehindAndRepairsItWithTheNextEdit() {
        AtomicInteger refusals = new AtomicInteger(3);
        Fixture fixture = new Fixture(database, folder, new Racing(FolderFiles.of(folder), refusals), "off");

        CurationResult added = fixture.add(Target.USER, null, "Likes tea");
        assertThat(added.status()).isEqualTo(Status.DONE);
        assertThat(added.file()).isNull();
        assertThat(added.words()).contains("Cannot bring '.cowork/USER.md' up to date");
        CurationResult next = fixture.add(Target.WORKSPACE, null, "Alpha plan");

        assertThat(next.words()).isEmpty();
        assertThat(fixture.file(Target.USER)).contains("Likes tea");
    }

    @Test
    void leavesAFileThatIsNoText() throws Exception {
        Fixture fixture = new Fixture(database, folder, "off");
        byte[] latin = "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.createDirectories(folder.resolve(".cowork"));
        Files.write(folder.resolve(".cowork/USER.md"), latin);

        CurationResult added = fixture.add(Target.USER, null, "Likes tea");

        assertThat(added.words()).contains("it is no UTF-8");
        assertThat(Files.readAllBytes(folder.resolve(".cowork/USER.md"))).isEqualTo(latin);
    }

    @Test
    void worksWithoutAFolder() {
        WorkspaceFiles none = new FolderFiles(workspace -> Optional.empty(), 1 << 20);
        Fixture fixture = new Fixture(database, folder, none, "off");

        CurationResult added = fixture.add(Target.USER, null, "Likes tea");

        assertThat(added.status()).isEqualTo(Status.DONE);
        assertThat(added.file()).isNull();
        assertThat(added.words()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesADeletedEntryOutOfTheFile() {
        Fixture fixture = new Fixture(database, folder, "off");
        var entry = Objects.requireNonNull(
                fixture.add(Target.USER, null, "Likes tea").entry());
        fixture.store.delete(Fixture.SCOPE, List.of(entry.id()), false);

        fixture.writes.changed(List.of(entry));
        fixture.writes.removed(List.of(entry));

        assertThat(fixture.file(Target.USER)).doesNotContain("Likes tea").contains("No entries yet");
        assertThat(fixture.writes.name()).isEqualTo("curated files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no UTF-8", "too large", "a link"})
    void failsWhileAFileMayStillShowADeletedEntry(String how) throws IOException {
        Fixture fixture = new Fixture(database, folder, "off");
        var entry = Objects.requireNonNull(
                fixture.add(Target.USER, null, "Likes tea").entry());
        Path file = folder.resolve(".cowork/USER.md");
        String shown = Files.readString(file);
        spoil(file, shown, how);
        fixture.store.delete(Fixture.SCOPE, List.of(entry.id()), false);

        assertThatIllegalStateException()
                .isThrownBy(() -> fixture.writes.removed(List.of(entry)))
                .withMessageStartingWith("Cannot bring '.cowork/USER.md' up to date: it is ")
                .withMessageNotContaining("tea");
        Files.delete(file);
        Files.writeString(file, shown);
        fixture.writes.removed(List.of(entry));

        assertThat(fixture.file(Target.USER)).doesNotContain("tea");
    }

    private void spoil(Path file, String shown, String how) throws IOException {
        switch (how) {
            case "no UTF-8" -> Files.write(file, (shown + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
            case "too large" -> Files.writeString(file, "x".repeat(Mirror.LARGEST) + "\n" + shown);
            default -> {
                Path elsewhere = Files.move(file, folder.resolve("elsewhere.md"));
                Files.createSymbolicLink(file, elsewhere);
            }
        }
    }

    @Test
    void doesNotFailForAFileThatNeverShowedEntries() throws IOException {
        Fixture fixture = new Fixture(database, folder, "off");
        Files.createDirectories(folder.resolve(".cowork"));
        Files.write(folder.resolve(".cowork/USER.md"), "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        var entry = Objects.requireNonNull(
                fixture.add(Target.USER, null, "Likes tea").entry());
        fixture.store.delete(Fixture.SCOPE, List.of(entry.id()), false);

        assertThatCode(() -> fixture.writes.removed(List.of(entry))).doesNotThrowAnyException();
    }

    @Test
    void makesNoFileForNothing() {
        Fixture fixture = new Fixture(database, folder, "off");

        fixture.add(Target.USER, null, "Likes tea");

        assertThat(folder.resolve(".cowork/MEMORY.md")).doesNotExist();
    }

    /** Files that somebody else seems to write between reading and writing, so many times. */
    private record Racing(WorkspaceFiles files, AtomicInteger refusals) implements WorkspaceFiles {

        @Override
        public Optional<String> folder(String workspaceId) {
            return files.folder(workspaceId);
        }

        @Override
        public Optional<WorkspaceFile> read(String workspaceId, String path, int mostBytes) {
            return files.read(workspaceId, path, mostBytes);
        }

        @Override
        public List<Entry> list(String workspaceId, String folder, int depth, List<String> skipped) {
            return files.list(workspaceId, folder, depth, skipped);
        }

        @Override
        public boolean replace(String workspaceId, String path, @Nullable String expectedSha256, String text) {
            return refusals.getAndDecrement() <= 0 && files.replace(workspaceId, path, expectedSha256, text);
        }

        @Override
        public boolean delete(String workspaceId, String path, String expectedSha256) {
            return files.delete(workspaceId, path, expectedSha256);
        }
    }
}
