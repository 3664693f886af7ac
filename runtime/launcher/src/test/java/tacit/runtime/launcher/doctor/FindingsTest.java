package tacit.runtime.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final List<Finding> MIXED = List.of(
            Finding.ok("java", "Java 17"),
            Finding.warn("maven", "none", "install"),
            Finding.fail("disk", "0 MB", "free"));

    @Test
    void isUnwellWhenOneFails() {
        assertThat(Findings.healthy(MIXED)).isFalse();
        assertThat(Findings.healthy(MIXED.subList(0, 2))).isTrue();
    }

    @Test
    void readsWhatABundleReports() throws Exception {
        String json = "[{\"name\":\"store\",\"state\":\"ok\",\"detail\":\"open\",\"mend\":\"\"},"
                + "{\"name\":\"traces\",\"state\":\"warn\",\"detail\":\"none\",\"mend\":\"send\"}]";

        assertThat(Findings.parse(json))
                .containsExactly(Finding.ok("store", "open"), Finding.warn("traces", "none", "send"));
    }

    @Test
    void writesOneJsonObject() throws Exception {
        assertThat(Findings.json(MIXED))
                .startsWith("{\"ok\":false,\"checks\":[{\"name\":\"java\",\"state\":\"ok\"")
                .endsWith("\"mend\":\"free\"}]}");
    }

    @Test
    void writesALineWithTheMend() {
        assertThat(Findings.line(MIXED.get(1))).isEqualTo("warn  maven        none -> install");
    }
}
