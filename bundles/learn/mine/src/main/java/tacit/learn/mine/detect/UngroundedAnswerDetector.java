package tacit.learn.mine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

/** Finds answers that were handed over before any tool had told the agent anything. */
@Component
public final class UngroundedAnswerDetector implements FailureDetector {

    private static final Claim DEVIATION = new Claim(
            Category.GOAL_DEVIATION,
            Severity.HIGH,
            0.5,
            "An answer was given without the work that the tools were there for");
    private static final Claim CLAIM = new Claim(
            Category.UNVERIFIED_CLAIM, Severity.HIGH, 0.45, "An answer was given that no result in the run supports");
    private static final Claim NO_TOOL = new Claim(
            Category.WRONG_TOOL,
            Severity.MEDIUM,
            0.5,
            "The answer was handed over at once instead of using a tool that finds it");
    private static final Claim INVENTED = new Claim(
            Category.INVENTED_RESULT,
            Severity.HIGH,
            0.35,
            "An answer builds on calls that were announced and never made");

    private final FactSheets sheets;

    @Activate
    public UngroundedAnswerDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "ungrounded_answer";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        FactSheet sheet = sheets.of(trace);
        List<Finding> findings = new ArrayList<>();
        for (Turn turn : sheet.reading().turns()) {
            SpanFacts facts = sheet.of(turn.span());
            if (facts.has(Fact.OFFERED_TOOLS, Fact.ANSWERS_FIRST)) {
                findings.addAll(said(turn, DEVIATION, CLAIM, NO_TOOL));
            } else if (facts.has(Fact.OFFERED_TOOLS, Fact.ANSWERS_AFTER_UNMADE_CALL)) {
                findings.addAll(said(turn, DEVIATION, INVENTED));
            }
        }
        return findings;
    }

    private static List<Finding> said(Turn turn, Claim... claims) {
        return Stream.of(claims)
                .map(claim -> claim.on(turn.span(), turn.reply().text()))
                .toList();
    }
}
