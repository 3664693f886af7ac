package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that change with a generation of a running host. */
class SettingsIT {

    private static final String SETTING = "tacit.adapt.persona.TablePersonaAdapter:enabled=true";

    @TempDir
    Path data;

    @Test
    void eachChangeOfAGenerationIsInTheHistoryOnceAlsoOverARestart() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);

            assertThat(api.shell("tacit:activate " + SETTING)).contains("is active");
            assertThat(history(api))
                    .containsOnlyOnce("\\\"after\\\":\\\"true\\\"")
                    .contains("\\\"generation\\\":2");
            assertThat(api.shell("tacit:settings tacit.adapt.style.StoredStyle enabled true"))
                    .contains("\"exit\":0");
            assertThat(api.shell("tacit:rollback")).contains("is active");
            assertThat(api.shell("tacit:rollback 1")).contains("is active");
            assertThat(changes(history(api))).isEqualTo(4);
            assertThat(host.terminate()).isZero();
        }
        try (Tacit host = Tacit.up(data)) {
            assertThat(changes(history(new Api(data)))).isEqualTo(4);
            assertThat(host.terminate()).isZero();
        }
    }

    private static String history(Api api) throws Exception {
        return api.shell("tacit:settings --history --json");
    }

    private static int changes(String history) {
        return history.split("\\\\\"pid\\\\\"", -1).length - 1;
    }
}
