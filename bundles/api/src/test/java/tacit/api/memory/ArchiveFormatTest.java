package tacit.api.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"[{\"title\":\"Tea\"}]", " [ \n{", "{\"conversations\":[]}", "[]", "\n[ ]\n"})
    void takesObjectsForAnExport(String text) {
        assertThat(ArchiveFormat.of(text)).isEqualTo(ArchiveFormat.CHATGPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"- Likes tea", "[2024-05-01] - Likes tea", "[ ] Buy tea", "[[Tea]] is liked", "", "\"tea\""})
    void takesEverythingElseForText(String text) {
        assertThat(ArchiveFormat.of(text)).isEqualTo(ArchiveFormat.TEXT);
    }
}
