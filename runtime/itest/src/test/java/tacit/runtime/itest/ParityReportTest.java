package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityReportTest {

    @TempDir
    Path root;

    @BeforeEach
    void writeRows() throws Exception {
        Files.createDirectories(root.resolve("docs"));
        write("docs/parity-rows.txt", "# rows\nSY-01 here\nSY-02 here\nSY-03 here\nKIT-09 here\nAS-01 later\n");
        write("docs/parity-notes.md", "# Notes\n\n| row | why |\n|---|---|\n| SY-02, KIT-08 to 10 | no screen |\n");
    }

    @Test
    void sumsUpEveryState() throws Exception {
        tests("<testcase classname='a.Rows' name='sy01ShowsIt()'/>"
                + "<testcase classname='a.Rows' name='sy03BreaksIt(int)[1]'><failure/></testcase>"
                + "<testcase classname='a.Rows' name='sy03BreaksIt(int)[2]'/>");

        ParityReport report = ParityReport.of(root);

        assertThat(report.lines())
                .containsExactly("Parity: 1 PASS, 1 FAIL, 0 MISSING, 1 LATER, 2 NOTED of 5 rows, see target/parity.md");
        assertThat(report.text())
                .contains(
                        "| SY-01 | PASS | Rows.sy01ShowsIt |",
                        "| SY-02 | NOTED | no screen |",
                        "| SY-03 | FAIL | Rows.sy03BreaksIt |",
                        "| KIT-09 | NOTED | no screen |",
                        "| AS-01 | LATER |  |");
    }

    @Test
    void aRowWithoutATestIsMissing() throws Exception {
        assertThat(ParityReport.of(root).state("SY-01")).isEqualTo(ParityReport.State.MISSING);
    }

    @Test
    void aSkippedTestShowsNothing() throws Exception {
        tests("<testcase classname='a.Rows' name='sy01ShowsIt()'><skipped message='no data'/></testcase>");

        assertThat(ParityReport.of(root).state("SY-01")).isEqualTo(ParityReport.State.MISSING);
    }

    @Test
    void oneTestMayShowSeveralRows() throws Exception {
        tests("<testcase classname='a.Rows' name='sy01Sy03As01ShowsThem()'/>");

        ParityReport report = ParityReport.of(root);

        assertThat(report.state("SY-01")).isEqualTo(ParityReport.State.PASS);
        assertThat(report.state("SY-03")).isEqualTo(ParityReport.State.PASS);
        assertThat(report.state("AS-01")).isEqualTo(ParityReport.State.PASS);
    }

    @Test
    void namesATestOfARowThatDoesNotExist() throws Exception {
        tests(
                "<testcase classname='a.Rows' name='sy44ShowsIt()'/><testcase classname='a.Rows' name='is32BitsLong()'/>");

        assertThat(ParityReport.of(root).lines()).first().isEqualTo("Unknown row SY-44 of Rows.sy44ShowsIt");
        assertThat(ParityReport.of(root).lines()).hasSize(2);
    }

    @Test
    void refusesALineThatIsNoRow() throws Exception {
        write("docs/parity-rows.txt", "SY-01 soon\n");

        assertThatThrownBy(() -> ParityReport.of(root)).hasMessageContaining("'SY-01 soon'");
    }

    @Test
    void refusesARowThatStandsTwice() throws Exception {
        write("docs/parity-rows.txt", "SY-01 here\nSY-01 later\n");

        assertThatThrownBy(() -> ParityReport.of(root)).hasMessageContaining("Row SY-01 stands twice");
    }

    private void tests(String cases) throws Exception {
        Path folder = Files.createDirectories(root.resolve("module/target/surefire-reports"));
        Files.writeString(folder.resolve("TEST-suite.xml"), "<testsuite>" + cases + "</testsuite>");
    }

    private void write(String file, String text) throws Exception {
        Files.writeString(root.resolve(file), text);
    }
}
