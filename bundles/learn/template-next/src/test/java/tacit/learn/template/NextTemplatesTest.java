package tacit.learn.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.learn.FailureTemplates;

class NextTemplatesTest {

    private final FailureTemplates templates = MaskingTemplates.unconfigured();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timed out after 30000ms|timed out after <duration>",
                "timed out after 1.5 seconds|timed out after <duration>",
                "waits 30s of PT1M30S or P1DT2H|waits <duration> of <duration> or <duration>",
                "needs 2.5GB of 512 MiB|needs <size> of <size>",
                "read 1,024 bytes at 12MB/s|read <size> at <rate>",
                "limit is 40000 tokens/min|limit is <rate>",
                "unknown user ann.b+x@example.org here|unknown user <email> here",
                "needs hens v1.2.3-rc.1 or v2.0|needs hens <version> or <version>"
            })
    void masksQuantitiesAndNamesAsTheirKind(String message, String expected) {
        assertThat(templates.template(message, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1054 (42S22): bad|<n> (42S22): bad",
                "Order #W123 is late by 3 parts|Order <id> is late by <n> parts",
                "at 2026-01-02T03:04:05Z failed|at <time> failed",
                "No such file: /home/ann/a.txt|No such file: <path>",
                "run 123e4567-e89b-12d3-a456-426614174000 died|run <id> died",
                "4 hens in 3D|<n> hens in 3D"
            })
    void keepsTheMasksThatWereThere(String message, String expected) {
        assertThat(templates.template(message, null)).isEqualTo(expected);
    }
}
