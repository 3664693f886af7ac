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
import tacit.api.trace.Span;
import tacit.learn.mine.facts.Fact;
import tacit.learn.mine.facts.FactSheet;
import tacit.learn.mine.facts.FactSheets;
import tacit.learn.mine.facts.SpanFacts;
import tacit.learn.mine.reading.Turn;

/** Finds final results that were handed to a tool which gave nothing back, with no tool left to check them. */
@Component
public final class LostResultDetector implements FailureDetector {

    private static final Claim LOST = new Claim(
            Category.LOST_CONTEXT,
            Severity.MEDIUM,
            0.3,
            "The result was handed over and nothing shows that it arrived");

    private final FactSheets sheets;

    @Activate
    public LostResultDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "lost_result";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        FactSheet sheet = sheets.of(trace);
        List<Finding> findings = new ArrayList<>();
        for (Turn turn : sheet.reading().turns()) {
            for (Span call : turn.acts()) {
                SpanFacts facts = sheet.of(call);
                boolean lost = facts.has(Fact.ANSWER_TOOL, Fact.NO_OUTPUT) && !facts.has(Fact.OFFERED_TOOLS);
                if (lost && !facts.has(Fact.FAILED)) {
                    findings.add(LOST.on(call, call.input() == null ? "" : call.input()));
                }
            }
        }
        return findings;
    }
}
