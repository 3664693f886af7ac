package tacit.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("secret"), text).toString();
    }

    @Test
    void readsAFileOrAVariable() throws IOException {
        assertThat(Secret.find("token", file(" sesame\n"), "", Map.of()).reveal())
                .isEqualTo("sesame");
        assertThat(Secret.find("token", "", "T", Map.of("T", "sesame")).reveal())
                .isEqualTo("sesame");
    }

    @Test
    void isNotThereWhereNothingIsSet() {
        Secret none = Secret.find("token", " ", "", Map.of());

        assertThat(none.isThere()).isFalse();
        assertThat(none.reveal()).isEmpty();
        assertThat(none).hasToString("no secret");
    }

    @Test
    void isShownNowhere() {
        assertThat(Secret.find("token", "", "T", Map.of("T", "sesame"))).hasToString("a secret");
    }

    @Test
    void refusesTwoPlaces() throws IOException {
        String file = file("sesame");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.find("token", file, "T", Map.of("T", "sesame")))
                .withMessage("token.file and token.environment must not be set together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "sesame\nopen"})
    void refusesWhatIsNotOneSecretOnOneLine(String text) throws IOException {
        String file = file(text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.find("token", file, "", Map.of()))
                .withMessage("token.file must hold one secret on one line");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.find("token", "", "T", Map.of("T", text)))
                .withMessage("token.environment must hold one secret on one line");
    }

    @Test
    void refusesWhatIsNotThere() {
        String none = folder.resolve("none").toString();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.find("token", none, "", Map.of()))
                .withMessage("token.file must be readable, got '" + none + "'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.find("token", "", "T", Map.of()))
                .withMessage("token.environment must name a set variable, got 'T'");
    }
}
