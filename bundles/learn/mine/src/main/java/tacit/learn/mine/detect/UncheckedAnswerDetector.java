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
import tacit.learn.mine.reading.CallError;
import tacit.learn.mine.reading.Turn;

/** Finds answers that follow directly on a step that had failed. */
@Component
public final class UncheckedAnswerDetector implements FailureDetector {

    private static final Claim UNCHECKED = new Claim(
            Category.MISSING_VERIFICATION,
            Severity.HIGH,
            0.35,
            "An answer was given right after a failed step, unchecked");

    private final FactSheets sheets;

    @Activate
    public UncheckedAnswerDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "unchecked_answer";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        FactSheet sheet = sheets.of(trace);
        List<Finding> findings = new ArrayList<>();
        for (Turn turn : sheet.reading().turns()) {
            Turn before = turn.previousAct();
            CallError error = before == null ? null : before.error();
            if (error != null
                    && sheet.of(turn.span()).has(Fact.ANSWERS_AFTER_FAILURE)
                    && !sheet.of(turn.span()).has(Fact.ANSWERS_WITH_EVIDENCE)) {
                findings.add(UNCHECKED.on(turn.span(), error.message()));
            }
        }
        return findings;
    }
}
