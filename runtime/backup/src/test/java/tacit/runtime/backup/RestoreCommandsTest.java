package tacit.runtime.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AuditEntry;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.TestDatabase;

class RestoreCommandsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ListAuditLog audit = new ListAuditLog();

    @EachDatabase
    void copiesEverythingAndPutsItBack(TestDatabase source) throws Exception {
        Rig rig = new Rig(folder);
        rig.migrate(source.database());
        Rig.fill(source.database(), 1, 50);

        assertThat(run(backup(source, rig), "copy")).as(said()).isEqualTo(Command.OK);
        assertThat(run(files(rig), "copy")).as(said()).isEqualTo(Command.OK);
        try (TestDatabase target = source.engine().open()) {
            assertThat(run(rows(target, rig), "copy")).as(said()).isEqualTo(Command.OK);
            assertThat(Rig.contents(target.database())).isEqualTo(Rig.contents(source.database()));
        }

        assertThat(said())
                .containsPattern("Copied 5 tables with \\d+ rows and 5 files, as of 2026-03-01T12:00:00Z, generation 4")
                .contains("restored 5 files")
                .contains("generation 4 decides at the next start");
        Path target = folder.resolve("target");
        assertThat(target.resolve("store/sha256/ab/cd.jar")).hasContent("a jar");
        assertThat(target.resolve("ledger/generations.jsonl"))
                .hasSameBinaryContentAs(rig.data.resolve("ledger/generations.jsonl"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("operator-token"))))
                .isEqualTo("rw-------");
        assertThat(target.resolve("db")).doesNotExist();
    }

    @EachDatabase
    void notesTheCopyBeforeItAndMakesNoneWhenItCannot(TestDatabase source) throws Exception {
        Rig rig = new Rig(folder);
        rig.migrate(source.database());

        run(backup(source, rig), "copy");

        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("store.backup");
        audit.broken = true;
        try {
            run(backup(source, rig), "other");
        } catch (IllegalStateException refused) {
            assertThat(folder.resolve("other")).doesNotExist();
            return;
        }
        throw new AssertionError("a copy was made without a note");
    }

    @EachDatabase
    void refusesFilesThatWouldNotDo(TestDatabase source) throws Exception {
        Rig rig = new Rig(folder);
        rig.migrate(source.database());
        Files.writeString(folder.resolve("there"), "mine");

        assertThat(run(backup(source, rig), "there")).isEqualTo(Command.FAILED);
        assertThat(run(backup(source, rig), "data/copy")).isEqualTo(Command.FAILED);
        assertThat(run(backup(source, rig), "none/copy")).isEqualTo(Command.FAILED);
        assertThat(run(backup(source, rig))).isEqualTo(Command.FAILED);

        assertThat(said())
                .contains("it is there already")
                .contains("it must lie outside of the data directory")
                .contains("there is no folder")
                .contains("One file must be named");
        assertThat(folder.resolve("there")).hasContent("mine");
    }

    @EachDatabase
    void changesNothingWhenTheImageIsOlderOrAnother(TestDatabase source) throws Exception {
        Rig rig = new Rig(folder);
        rig.migrate(source.database());
        run(backup(source, rig), "copy");

        Rig.image(rig.home, Rig.V1);
        assertThat(run(files(rig), "copy")).isEqualTo(Command.FAILED);
        Rig.image(rig.home, Rig.V1, Rig.V2 + " ");
        assertThat(run(files(rig), "copy")).isEqualTo(Command.FAILED);
        Files.delete(rig.home.resolve("bundles/20/tables.jar"));
        assertThat(run(files(rig), "copy")).isEqualTo(Command.FAILED);

        assertThat(said())
                .contains("in version 2, and this Tacit knows them up to version 1: restore it with the Tacit that")
                .contains("in version 2, which this Tacit makes differently")
                .contains("knows them not at all");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @EachDatabase
    void changesNothingWhenTheFileIsCutOff(TestDatabase source) throws Exception {
        Rig rig = new Rig(folder);
        rig.migrate(source.database());
        run(backup(source, rig), "copy");
        byte[] whole = Files.readAllBytes(folder.resolve("copy"));
        Files.write(folder.resolve("copy"), java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThat(run(files(rig), "copy")).isEqualTo(Command.FAILED);
        assertThat(run(files(rig), "absent")).isEqualTo(Command.FAILED);

        assertThat(said()).contains("it is cut off, or no copy of Tacit");
        assertThat(folder.resolve("target")).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @EachDatabase
    void leavesADatabaseAloneThatHoldsRows(TestDatabase source) throws Exception {
        Rig rig = new Rig(folder);
        rig.migrate(source.database());
        Rig.fill(source.database(), 1, 5);
        run(backup(source, rig), "copy");

        assertThat(run(rows(source, rig), "copy")).isEqualTo(Command.FAILED);

        assertThat(said()).contains("the database is not empty");
    }

    private Command backup(TestDatabase source, Rig rig) {
        return new BackupCommand(source.database(), audit, rig.clock, new BackupConfig(rig.data.toString()));
    }

    private Command files(Rig rig) {
        return new RestoreFilesCommand(new FilesConfig(folder.resolve("target").toString(), rig.home.toString()));
    }

    private static Command rows(TestDatabase target, Rig rig) {
        return new RestoreRowsCommand(target.database(), new RowsConfig(rig.home.toString()));
    }

    private int run(Command command, String... arguments) throws IOException {
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            return command.run(List.of(arguments), new Console(out, out, false, 80, folder));
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private record BackupConfig(String data_directory) implements BackupCommand.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return BackupCommand.Config.class;
        }
    }

    private record FilesConfig(String data_directory, String home) implements RestoreFilesCommand.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return RestoreFilesCommand.Config.class;
        }
    }

    private record RowsConfig(String home) implements RestoreRowsCommand.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return RestoreRowsCommand.Config.class;
        }
    }
}
