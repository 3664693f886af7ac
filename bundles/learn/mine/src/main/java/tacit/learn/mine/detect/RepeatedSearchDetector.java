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
import tacit.learn.mine.facts.SpanFacts;
import tacit.learn.mine.reading.Turn;

/** Finds searches that ask nearly the same again. */
@Component
public final class RepeatedSearchDetector implements FailureDetector {

    private static final Claim SAME_QUERY = new Claim(
            Category.POOR_RETRIEVAL, Severity.LOW, 0.15, "A search repeats nearly the words of an earlier one");

    private final FactSheets sheets;

    @Activate
    public RepeatedSearchDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "repeated_search";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        FactSheet sheet = sheets.of(trace);
        List<Finding> findings = new ArrayList<>();
        for (Turn turn : sheet.reading().turns()) {
            SpanFacts facts = sheet.of(turn.span());
            if (facts.has(Fact.SEARCHES_AGAIN, Fact.SIMILAR_CALL)) {
                findings.add(SAME_QUERY.on(turn.span(), turn.reply().calls().toString()));
            }
        }
        return findings;
    }
}
