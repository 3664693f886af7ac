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

/** Finds turns that speak of a tool as if they used it and call none. */
@Component
public final class UnmadeCallDetector implements FailureDetector {

    private static final Claim NOT_MADE =
            new Claim(Category.CALL_NOT_MADE, Severity.MEDIUM, 0.5, "A call was announced and not made");
    private static final Claim OTHER_TOOL = new Claim(
            Category.WRONG_TOOL, Severity.MEDIUM, 0.4, "A turn did something else in place of the tool that it names");

    private final FactSheets sheets;

    @Activate
    public UnmadeCallDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "unmade_call";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        FactSheet sheet = sheets.of(trace);
        List<Finding> findings = new ArrayList<>();
        for (Turn turn : sheet.reading().turns()) {
            SpanFacts facts = sheet.of(turn.span());
            if (facts.has(Fact.UNMADE_CALL)) {
                findings.add(NOT_MADE.on(turn.span(), turn.reply().text()));
            }
            if (facts.has(Fact.FIRST_UNMADE_CALL)) {
                findings.add(OTHER_TOOL.on(turn.span(), turn.reply().text()));
            }
        }
        return findings;
    }
}
