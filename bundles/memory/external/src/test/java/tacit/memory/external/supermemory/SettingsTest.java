package tacit.memory.external.supermemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.ExternalState;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.MovingClock;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void sm01IsOffWithoutSettings() {
        Supermemory memory = new Supermemory(new MovingClock(), config(Map.of()));

        assertThat(memory.enabled()).isFalse();
        assertThat(memory.state().configured()).isFalse();
        assertThat(memory.state().settings())
                .containsEntry("enabled", "false")
                .containsEntry("keyConfigured", "false")
                .containsEntry("baseUrl", "https://api.supermemory.ai")
                .containsEntry("containerTagTemplate", "cowork:{workspaceId}")
                .containsEntry("includeProfileInPrompt", "true")
                .containsEntry("mirrorMemoryWrites", "true")
                .containsEntry("searchMode", "hybrid")
                .containsEntry("rerank", "true")
                .containsEntry("threshold", "0.55")
                .containsEntry("customContainers", "");
    }

    @Test
    void sm02PutsSettingsInOrderAndLeavesTheKeyWhereItLies() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), FakeService.KEY + "\n");
        Map<String, Object> saved = new HashMap<>(Map.of("enabled", true, "key_file", file.toString()));
        assertThat(new Supermemory(new MovingClock(), config(saved)).enabled()).isTrue();

        saved.putAll(
                Map.of("base_url", "https://api.supermemory.ai/", "threshold", 5.0, "custom_containers", new String[] {
                    "  team notes  ", ""
                }));
        Supermemory memory = new Supermemory(new MovingClock(), config(saved));

        assertThat(memory.state().configured()).isTrue();
        assertThat(memory.state().settings())
                .containsEntry("baseUrl", "https://api.supermemory.ai")
                .containsEntry("threshold", "1.0")
                .containsEntry("customContainers", "team-notes");
    }

    @Test
    void sm04ShowsThatThereIsAKeyAndNeverTheKey() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), FakeService.KEY);
        Supermemory memory =
                new Supermemory(new MovingClock(), config(Map.of("enabled", true, "key_file", file.toString())));

        ExternalState state = memory.state();

        assertThat(state.settings()).containsEntry("keyConfigured", "true");
        assertThat(state.settings().keySet()).doesNotContain("key", "apiKey", "key_file", "keyFile");
        assertThat(state.toString()).doesNotContain(FakeService.KEY).doesNotContain(file.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.supermemory.ai",
                "https://api.supermemory.ai.evil.example",
                "https://evil.example/api.supermemory.ai",
                "https://api.supermemory.ai@evil.example",
                "https://user:word@api.supermemory.ai",
                "https://api.supermemory.ai:8443",
                "https://api.supermemory.ai/elsewhere",
                "https://api.supermemory.ai?to=evil",
                "http://127.0.0.1:6767",
                "ftp://api.supermemory.ai",
                "not a url",
                ""
            })
    void goesNowhereElseWhateverIsSet(String url) {
        assertThat(Settings.baseUrl(url)).isEqualTo("https://api.supermemory.ai");
    }

    @Test
    void takesItsOwnAddressHoweverItIsWritten() {
        assertThat(URI.create(Settings.baseUrl(" HTTPS://API.Supermemory.AI:443// ")))
                .isEqualTo(URI.create("https://api.supermemory.ai"));
    }

    @Test
    void putsTheThresholdIntoItsBounds() {
        assertThat(Settings.of(config(Map.of("threshold", -1.0))).threshold()).isZero();
        assertThat(Settings.of(config(Map.of("threshold", Double.NaN))).threshold())
                .isEqualTo(0.55);
    }

    @Test
    void refusesAWayOfSearchingThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(config(Map.of("search_mode", "psychic"))))
                .withMessage("search.mode must be one of hybrid, memories, documents, got 'psychic'");
    }

    @Test
    void findsAKeyInTheEnvironment() {
        assertThat(Key.find("", "SM", Map.of("SM", " abc ")).authorization()).isEqualTo("Bearer abc");
        assertThat(Key.find("", "", Map.of()).isThere()).isFalse();
        assertThat(Key.find("", "SM", Map.of("SM", " ")).isThere()).isFalse();
    }

    @Test
    void refusesAKeyThatIsNoneOrThatLiesInTwoPlaces() {
        assertThatIllegalArgumentException().isThrownBy(() -> Key.find("a", "B", Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.find(folder.resolve("none").toString(), "", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Key.find("", "SM", Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.find("", "SM", Map.of("SM", "abc\nX-Other: 1")))
                .withMessageNotContaining("abc");
    }

    @Test
    void doesNotSayTheKeyWhereItIsPrinted() {
        assertThat(Key.find("", "SM", Map.of("SM", "sesame")).toString()).doesNotContain("sesame");
    }

    static Supermemory.Config config(Map<String, Object> values) {
        return Configurations.of(Supermemory.Config.class, values);
    }
}
