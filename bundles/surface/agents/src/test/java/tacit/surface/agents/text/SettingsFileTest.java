package tacit.surface.agents.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void keepsThePermissionsOfAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("s.json"), "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        SettingsFile.read(file).replace("{ }".getBytes(UTF_8));

        assertThat(file).hasContent("{ }");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void makesANewFileForItsOwnerWithItsFolders() throws Exception {
        Path file = folder.resolve("a b/c/s.json");

        SettingsFile.read(file).replace("{}".getBytes(UTF_8));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void writesThroughALink() throws Exception {
        Path file = Files.writeString(folder.resolve("real.json"), "{}");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        SettingsFile.read(link).replace("{ }".getBytes(UTF_8));

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("{ }");
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("gone"));

        assertThatThrownBy(() -> SettingsFile.read(link)).hasMessageContaining("leads nowhere");
    }

    @Test
    void refusesToOverwriteWhatSomebodyWroteMeanwhile() throws Exception {
        Path file = Files.writeString(folder.resolve("s.json"), "{}");
        SettingsFile read = SettingsFile.read(file);
        Files.writeString(file, "{\"a\":1}");

        assertThatThrownBy(() -> read.replace(new byte[0])).hasMessageContaining("changed it just now");
        assertThat(file).hasContent("{\"a\":1}");
    }

    @Test
    void keepsTheByteOrderMark() throws Exception {
        Path file = Files.writeString(folder.resolve("s.json"), "\uFEFF{}");

        SettingsFile read = SettingsFile.read(file);

        assertThat(read.text()).isEqualTo("{}");
        assertThat(new String(read.encoded("{ }"), UTF_8)).isEqualTo("\uFEFF{ }");
    }

    @Test
    void refusesWhatIsNotUtf8() throws Exception {
        Path file = Files.write(folder.resolve("s.json"), new byte[] {'{', (byte) 0xff, '}'});

        assertThatThrownBy(() -> SettingsFile.read(file).text()).hasMessageContaining("not UTF-8");
    }
}
