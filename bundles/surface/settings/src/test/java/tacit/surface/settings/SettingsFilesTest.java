package tacit.surface.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFilesTest {

    @TempDir
    Path folder;

    @Test
    void leavesEveryOtherLineAsItStands() throws IOException {
        Path file = folder.resolve("a.B.properties");
        Files.writeString(file, "# mine \\\nlimit = 3\nlong = one \\\n   two\nmode: soft\n");

        new SettingsFiles(folder).set("a.B", "limit", "4");
        new SettingsFiles(folder).set("a.B", "long", null);

        assertThat(file).hasContent("# mine \\\nmode: soft\nlimit = 4\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {" two  words ", "a=b:c#d!e", "C:\\data\\new", "one\ntwo\tthree", "", "größer"})
    void readsBackWhatItWrote(String value) {
        SettingsFiles files = new SettingsFiles(folder);

        files.set("a.B", "some key=", value);

        assertThat(files.value("a.B", "some key=")).contains(value);
        assertThat(files.value("a.B", "other")).isEmpty();
    }

    @Test
    void takesTheLastSettingAwayWithItsFile() {
        SettingsFiles files = new SettingsFiles(folder.resolve("etc"));
        files.set("a.B", "limit", "4");
        files.set("a.B", "limit", null);

        assertThat(files.file("a.B")).doesNotExist();
        assertThat(files.text("a.B")).isEmpty();
    }
}
