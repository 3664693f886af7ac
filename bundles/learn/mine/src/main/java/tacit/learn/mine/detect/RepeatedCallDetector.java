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

/** Finds calls that are made again although they brought the same result or the same error. */
@Component
public final class RepeatedCallDetector implements FailureDetector {

    private static final Claim SAME_CALL = new Claim(
            Category.REPEATED_CALL,
            Severity.MEDIUM,
            0.4,
            "The same call with the same arguments brought the same result");
    private static final Claim SAME_ERROR =
            new Claim(Category.REPEATED_CALL, Severity.MEDIUM, 0.35, "The same tool failed again for the same reason");

    private final FactSheets sheets;

    @Activate
    public RepeatedCallDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "repeated_call";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        FactSheet sheet = sheets.of(trace);
        List<Finding> findings = new ArrayList<>();
        for (Turn turn : sheet.reading().turns()) {
            for (Span call : turn.acts()) {
                SpanFacts facts = sheet.of(call);
                if (facts.has(Fact.LAST_SAME_ERROR)) {
                    findings.add(SAME_ERROR.on(call, shown(call)));
                } else if (facts.has(Fact.LAST_SAME_CALL)) {
                    findings.add(SAME_CALL.on(call, shown(call)));
                }
            }
        }
        return findings;
    }

    private static String shown(Span call) {
        return call.name() + " " + (call.input() == null ? "" : call.input());
    }
}
