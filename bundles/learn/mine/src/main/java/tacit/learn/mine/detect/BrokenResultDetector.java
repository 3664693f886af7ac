package tacit.learn.mine.detect;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.trace.RecordedTrace;
import tacit.learn.mine.facts.Fact;
import tacit.learn.mine.facts.FactSheet;
import tacit.learn.mine.facts.FactSheets;
import tacit.learn.mine.reading.Turn;

/** Finds results that fell apart into single characters: a text that was gone through as if it were a list. */
@Component
public final class BrokenResultDetector implements FailureDetector {

    private static final Claim BROKEN = new Claim(
            Category.MALFORMED_RESULT,
            Severity.LOW,
            0.5,
            "A result came back in single characters and the agent had to ask again");

    private final FactSheets sheets;

    @Activate
    public BrokenResultDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "broken_result";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        FactSheet sheet = sheets.of(trace);
        List<Finding> findings = new ArrayList<>();
        for (Turn turn : sheet.reading().turns()) {
            Turn before = turn.previousAct();
            if (turn.acting() && before != null && sheet.of(before.span()).has(Fact.SHREDDED_RESULT)) {
                findings.add(BROKEN.on(turn.span(), before.result()));
            }
        }
        return findings;
    }
}
