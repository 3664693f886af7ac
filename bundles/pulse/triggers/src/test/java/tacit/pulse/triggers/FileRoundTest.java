package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.pulse.TriggerIngress.Change;
import tacit.api.pulse.TriggerIngress.WatchedFile;
import tacit.trigger.files.FilesTrigger;
import tacit.trigger.git.GitTrigger;

class FileRoundTest {

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void tellsNothingOfWhatIsThereWhenItFirstLooks() throws IOException {
        write("docs/a.md", "a");
        rig.with("files", new FilesTrigger(), Map.of("patterns", "docs/**")).passSeconds(30);

        assertThat(rig.signals.kept).isEmpty();
        assertThat(rig.readings.files("files")).containsOnlyKeys("docs/a.md");
    }

    @Test
    void tr06TellsOnceOfABurst() throws IOException {
        rig.with("files", new FilesTrigger(), Map.of("patterns", "docs/**")).passSeconds(10);
        for (int i = 0; i < 40; i++) {
            write("docs/" + i + ".md", "text");
            if (i % 4 == 0) {
                rig.passSeconds(1);
            }
        }
        assertThat(rig.signals.kept).as("it is not quiet yet").isEmpty();

        rig.passSeconds(30);

        assertThat(rig.signals.told()).isEqualTo(1);
        assertThat(rig.signals.reasons()).containsExactly("Files changed: 40 files: 40 new");
    }

    @Test
    void tellsOfABurstThatDoesNotEnd() throws IOException {
        rig.with("files", new FilesTrigger(), Map.of("patterns", "**")).passSeconds(10);
        for (int i = 0; i < 45; i++) {
            write(i + ".md", "text");
            rig.passSeconds(1);
        }

        assertThat(rig.signals.told()).isEqualTo(1);
    }

    @Test
    void seesChangesAndRemovals() throws IOException {
        write("a.md", "a");
        write("b.md", "b");
        ScriptedTrigger watch = ScriptedTrigger.ofFiles(false, "*.md");
        rig.with("watch", watch, Map.of()).passSeconds(10);

        write("a.md", "longer");
        Files.delete(folder.resolve("b.md"));
        rig.passSeconds(10);

        List<WatchedFile> files = watch.asked.get(1).files();
        assertThat(files).extracting(WatchedFile::path).containsExactly("a.md", "b.md");
        assertThat(files).extracting(WatchedFile::change).containsExactly(Change.CHANGED, Change.REMOVED);
        assertThat(files).extracting(WatchedFile::text).containsOnlyNulls();
        rig.passSeconds(20);
        assertThat(watch.asked).hasSize(2);
    }

    @Test
    void seesAfterARestartWhatChangedMeanwhileAndNothingElse() throws IOException {
        write("a.md", "a");
        ScriptedTrigger watch = ScriptedTrigger.ofFiles(false, "*.md");
        rig.with("watch", watch, Map.of()).passSeconds(10);

        rig.restart();
        rig.passSeconds(10);
        assertThat(watch.asked).hasSize(1);

        rig.restart();
        write("c.md", "c");
        rig.passSeconds(10);
        assertThat(watch.asked.get(1).files()).extracting(WatchedFile::path).containsExactly("c.md");
    }

    @Test
    void showsAllFilesWithTheirWordsToThoseThatAsk() throws IOException {
        write("a.md", "one");
        write("b.md", "x".repeat(300_000) + "\nend");
        write("c.md", "zero \0 byte");
        ScriptedTrigger watch = ScriptedTrigger.ofFiles(true, "*.md");

        rig.with("watch", watch, Map.of()).passSeconds(4);

        assertThat(watch.asked.get(0).files()).extracting(WatchedFile::text).containsExactly("one", "end", null);
        assertThat(watch.asked.get(0).files()).extracting(WatchedFile::change).containsOnly(Change.NONE);
    }

    @Test
    void followsARepository() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", "a".repeat(40));
        rig.with("git", new GitTrigger(), Map.of()).passSeconds(10);

        write(".git/HEAD", "ref: refs/heads/hens\n");
        rig.passSeconds(10);

        assertThat(rig.signals.reasons()).containsExactly("Switched from main to hens");
    }

    @Test
    void followsNoLinkOutOfTheFolder(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.md"), "secret");
        Files.createSymbolicLink(folder.resolve("away"), outside);
        Files.createSymbolicLink(folder.resolve("one.md"), outside.resolve("secret.md"));
        ScriptedTrigger watch = ScriptedTrigger.ofFiles(true, "**", "away/*");

        rig.with("watch", watch, Map.of()).passSeconds(4);

        assertThat(watch.asked.get(0).files()).isEmpty();
    }

    @Test
    void skipsWhatIsBuiltUnlessItIsNamed() throws IOException {
        write("node_modules/a.js", "a");
        write("src/a.js", "a");
        write("target/b.js", "b");
        ScriptedTrigger watch = ScriptedTrigger.ofFiles(true, "**", "target/*", "!src/a.js");

        rig.with("watch", watch, Map.of()).passSeconds(4);

        assertThat(watch.asked.get(0).files()).extracting(WatchedFile::path).containsExactly("target/b.js");
    }

    @Test
    void startsAfreshWithOtherPatterns() throws IOException {
        write("a.md", "a");
        write("b.txt", "b");
        ScriptedTrigger watch = ScriptedTrigger.ofFiles(false, "*.md");
        rig.with("watch", watch, Map.of()).passSeconds(4);

        watch.plan = ScriptedTrigger.ofFiles(false, "*.txt").plan;
        rig.passSeconds(60);

        assertThat(rig.readings.files("watch")).containsOnlyKeys("b.txt");
        assertThat(watch.asked)
                .allSatisfy(ingress -> assertThat(ingress.files()).isEmpty());
    }
}
