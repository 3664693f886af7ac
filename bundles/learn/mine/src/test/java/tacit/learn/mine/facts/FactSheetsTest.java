package tacit.learn.mine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tacit.api.trace.RecordedTrace;
import tacit.learn.mine.Story;

class FactSheetsTest {

    @Test
    void writesASheetOnceForAllWhoAskInARow() {
        FactSheets sheets = new FactSheets();
        RecordedTrace trace = new Story().says("Hello").tell();

        assertThat(sheets.of(trace)).isSameAs(sheets.of(trace));
        assertThat(sheets.of(new Story().says("Hello").tell())).isNotSameAs(sheets.of(trace));
    }
}
