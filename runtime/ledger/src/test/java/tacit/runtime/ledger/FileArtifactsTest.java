package tacit.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileArtifactsTest {

    private static final byte[] JAR = "a jar".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "another jar".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private FileArtifacts artifacts;

    @BeforeEach
    void open() {
        artifacts = new FileArtifacts(data);
    }

    @Test
    void answersWhatItTook() {
        String sha256 = artifacts.put(JAR);

        assertThat(sha256).isEqualTo(Digest.of(JAR));
        assertThat(artifacts.contains(sha256)).isTrue();
        assertThat(new FileArtifacts(data).read(sha256)).isEqualTo(JAR);
        assertThat(fileOf(sha256)).isRegularFile();
    }

    @Test
    void leavesAJarThatIsThereAsItIs() throws IOException {
        String sha256 = artifacts.put(JAR);
        Object key = Files.readAttributes(fileOf(sha256), "unix:ino").get("ino");

        artifacts.put(JAR);

        assertThat(Files.readAttributes(fileOf(sha256), "unix:ino").get("ino")).isEqualTo(key);
    }

    @Test
    void refusesAJarThatWasChanged() throws IOException {
        String sha256 = artifacts.put(JAR);
        Files.write(fileOf(sha256), OTHER);

        assertThatThrownBy(() -> artifacts.read(sha256))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(fileOf(sha256).toString())
                .hasMessageContaining("its hash is '" + Digest.of(OTHER) + "'");
    }

    @Test
    void healsAChangedJarWhenItComesAgain() throws IOException {
        String sha256 = artifacts.put(JAR);
        Files.write(fileOf(sha256), OTHER);

        artifacts.put(JAR);

        assertThat(artifacts.read(sha256)).isEqualTo(JAR);
    }

    @Test
    void refusesAJarThatItDoesNotHold() {
        assertThat(artifacts.contains(Digest.of(JAR))).isFalse();
        assertThatThrownBy(() -> artifacts.read(Digest.of(JAR)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it is not in the store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "../../../../etc/passwd", "ABCDEF"})
    void refusesAHashThatIsNone(String sha256) {
        assertThatThrownBy(() -> artifacts.read(sha256)).hasMessageContaining("must be 64 hexadecimal digits");
        assertThatThrownBy(() -> artifacts.contains(sha256)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheNewestStatementBesideAJar() {
        String sha256 = artifacts.put(JAR);
        assertThat(artifacts.statement(sha256)).isEmpty();

        artifacts.putStatement(sha256, "{\"old\":1}");
        artifacts.putStatement(sha256, "{\"new\":1}");

        assertThat(new FileArtifacts(data).statement(sha256)).contains("{\"new\":1}");
    }

    @Test
    void refusesAStatementWithoutItsJar() {
        assertThatThrownBy(() -> artifacts.putStatement(Digest.of(JAR), "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must name a jar in the store");
    }

    @Test
    void deletesWhatNobodyNeeds() throws IOException {
        String kept = artifacts.put(JAR);
        String gone = artifacts.put(OTHER);
        artifacts.putStatement(kept, "{}");
        artifacts.putStatement(gone, "{}");

        assertThat(artifacts.keepOnly(Set.of(kept))).containsExactly(gone);

        assertThat(artifacts.read(kept)).isEqualTo(JAR);
        assertThat(artifacts.statement(kept)).isPresent();
        assertThat(artifacts.contains(gone)).isFalse();
        assertThat(artifacts.statement(gone)).isEmpty();
    }

    @Test
    void clearsWhatCrashesLeft() throws IOException {
        Path left = data.resolve("store/unfinished/half.jar");
        Files.writeString(left, "half");

        artifacts = new FileArtifacts(data);

        assertThat(left).doesNotExist();
        assertThat(artifacts.read(artifacts.put(JAR))).isEqualTo(JAR);
    }

    @Test
    void leavesNothingUnfinished() throws IOException {
        artifacts.put(JAR);

        try (Stream<Path> files = Files.list(data.resolve("store/unfinished"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void holdsNothingOfAJarThatItCouldNotWrite() throws IOException {
        String sha256 = Digest.of(JAR);
        Files.createDirectories(data.resolve("store/sha256"));
        Files.writeString(fileOf(sha256).getParent(), "a file where the folder would be");

        assertThatThrownBy(() -> artifacts.put(JAR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot write");
        assertThat(artifacts.contains(sha256)).isFalse();
        assertThat(artifacts.put(OTHER)).isEqualTo(Digest.of(OTHER));
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        String sha256 = artifacts.put(JAR);

        for (Path path : List.of(data.resolve("store"), fileOf(sha256).getParent())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fileOf(sha256))))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhatItsFolderCouldNotBeMadeOf() throws IOException {
        Path occupied = Files.writeString(data.resolve("occupied"), "a file");

        assertThatThrownBy(() -> new FileArtifacts(new FixedConfig.OfArtifacts(occupied.toString())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot open the store of jars in '" + occupied);
    }

    @Test
    void refusesToGuessItsFolder() {
        assertThatThrownBy(() -> new FileArtifacts(new FixedConfig.OfArtifacts(" ")))
                .hasMessage("data.directory must not be blank");
    }

    private Path fileOf(String sha256) {
        return data.resolve("store/sha256").resolve(sha256.substring(0, 2)).resolve(sha256 + ".jar");
    }
}
