package tacit.runtime.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigFileTest {

    @Test
    void liesInAFolderPerDot() {
        assertThat(ConfigFile.fileName("tacit.store.hsqldb.HsqldbDataSource"))
                .isEqualTo("tacit/store/hsqldb/HsqldbDataSource.config");
    }

    @Test
    void escapesWhatTheReaderWouldMisread() {
        String text = ConfigFile.text("a.B", Map.of("path", "C:\\my \"data\"=1\n"));

        assertThat(text).isEqualTo("path=\"C:\\\\my\\ \\\"data\\\"\\=1\\n\"\nservice.pid=\"a.B\"\n");
    }

    @Test
    void namesTheFactoryOfOneAmongSeveral() {
        assertThat(ConfigFile.text("a.B~left", Map.of())).contains("service.factoryPid=\"a.B\"");
        assertThat(ConfigFile.fileName("a.B~left")).isEqualTo("a/B%007eleft.config");
    }
}
