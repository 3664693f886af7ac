package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportTest {

    private static final String PASSED = "<testcase classname='a.Good' name='works'/>";
    private static final String FAILED = "<testcase classname='a.Bad' name='breaks'><failure message='no'/></testcase>";
    private static final String SKIPPED =
            "<testcase classname='a.Away' name='waits'><skipped message='no data folder'/></testcase>";

    @TempDir
    Path root;

    @Test
    void sumsUpAloneOnTheLastLine() throws Exception {
        write("surefire-reports", PASSED + PASSED);
        write("failsafe-reports", FAILED + SKIPPED);

        TestReport report = TestReport.of(root);

        assertThat(report.lines(false))
                .containsExactly(
                        "Skipped 1 in a.Away: no data folder", "Failed a.Bad.breaks", "2 passed, 1 failed, 1 skipped");
    }

    @Test
    void refusesAFailedTest() throws Exception {
        write("surefire-reports", PASSED + FAILED);

        assertThat(TestReport.of(root).good(false)).isFalse();
    }

    @Test
    void refusesARunWithoutTests() throws Exception {
        assertThat(TestReport.of(root).good(false)).isFalse();
    }

    @Test
    void refusesASkippedTestOnlyWhenStrict() throws Exception {
        write("surefire-reports", PASSED + SKIPPED);

        TestReport report = TestReport.of(root);

        assertThat(report.good(false)).isTrue();
        assertThat(report.good(true)).isFalse();
        assertThat(report.lines(true)).last().isEqualTo("1 passed, 1 failed, 0 skipped");
    }

    private void write(String kind, String cases) throws Exception {
        Path folder = Files.createDirectories(root.resolve("module/target").resolve(kind));
        Files.writeString(folder.resolve("TEST-suite.xml"), "<testsuite>" + cases + "</testsuite>");
    }
}
