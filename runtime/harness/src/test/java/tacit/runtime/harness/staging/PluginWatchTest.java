package tacit.runtime.harness.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginWatchTest {

    private static final byte[] JAR = Plugins.templates("1.0.0");

    @TempDir
    Path folder;

    @Test
    void answersAJarOnceItStoodStill() throws IOException {
        PluginWatch watch = new PluginWatch(folder);
        Path jar = Files.write(folder.resolve("hen.jar"), JAR);

        assertThat(watch.ready()).isEmpty();
        assertThat(watch.ready()).containsExactly(jar);
        assertThat(watch.ready()).isEmpty();
        assertThat(watch.ready()).isEmpty();
    }

    @Test
    void neverAnswersACopyInProgress() throws IOException {
        PluginWatch watch = new PluginWatch(folder);
        Path jar = folder.resolve("hen.jar");
        Files.createFile(jar);
        int piece = JAR.length / 40 + 1;
        for (int from = 0; from < JAR.length; from += piece) {
            assertThat(watch.ready()).as("after %s bytes", from).isEmpty();
            Files.write(
                    jar, Arrays.copyOfRange(JAR, from, Math.min(JAR.length, from + piece)), StandardOpenOption.APPEND);
        }

        assertThat(watch.ready()).isEmpty();
        assertThat(watch.ready()).containsExactly(jar);
        assertThat(jar).hasBinaryContent(JAR);
    }

    @Test
    void givesACopyTimeThatStopsForAWhile() throws IOException {
        PluginWatch watch = new PluginWatch(folder);
        Path jar = Files.write(folder.resolve("hen.jar"), Arrays.copyOf(JAR, JAR.length - 1));
        for (int look = 0; look < PluginWatch.PATIENCE; look++) {
            assertThat(watch.ready()).as("look %s", look).isEmpty();
        }
        Files.write(jar, JAR);

        assertThat(watch.ready()).isEmpty();
        assertThat(watch.ready()).containsExactly(jar);
    }

    @Test
    void answersWhatNeverBecomesWholeInTheEnd() throws IOException {
        PluginWatch watch = new PluginWatch(folder);
        Path jar = Files.writeString(folder.resolve("egg.jar"), "an egg");
        for (int look = 0; look < PluginWatch.PATIENCE; look++) {
            assertThat(watch.ready()).isEmpty();
        }

        assertThat(watch.ready()).containsExactly(jar);
        assertThat(watch.ready()).isEmpty();
    }

    @Test
    void answersAJarAgainWhenItChanges() throws IOException {
        PluginWatch watch = new PluginWatch(folder);
        Path jar = Files.write(folder.resolve("hen.jar"), JAR);
        settle(watch);

        Files.setLastModifiedTime(jar, FileTime.fromMillis(12345));

        assertThat(watch.ready()).isEmpty();
        assertThat(watch.ready()).containsExactly(jar);
    }

    @Test
    void answersAJarAgainWhenItsStatementComes() throws IOException {
        PluginWatch watch = new PluginWatch(folder);
        Path jar = Files.write(folder.resolve("hen.jar"), JAR);
        settle(watch);

        Files.writeString(folder.resolve("hen.jar.statement"), "{}");

        assertThat(watch.ready()).isEmpty();
        assertThat(watch.ready()).containsExactly(jar);
    }

    @Test
    void forgetsAJarThatIsTakenAway() throws IOException {
        PluginWatch watch = new PluginWatch(folder);
        Path jar = Files.write(folder.resolve("hen.jar"), JAR);
        settle(watch);
        Files.delete(jar);
        assertThat(watch.ready()).isEmpty();

        Files.write(jar, JAR);

        assertThat(watch.ready()).isEmpty();
        assertThat(watch.ready()).containsExactly(jar);
    }

    @Test
    void looksAtJarsOnly() throws IOException {
        PluginWatch watch = new PluginWatch(folder);
        Files.writeString(folder.resolve("auto"), "");
        Files.write(folder.resolve("hen.jar.part"), JAR);
        Files.createDirectory(folder.resolve("folder.jar"));

        settle(watch);

        assertThat(watch.ready()).isEmpty();
        assertThat(new PluginWatch(folder.resolve("absent")).ready()).isEmpty();
    }

    private static void settle(PluginWatch watch) throws IOException {
        watch.ready();
        watch.ready();
    }
}
