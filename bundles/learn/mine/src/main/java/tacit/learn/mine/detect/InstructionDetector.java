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

/** Finds replies that leave out what the prompt asks for in so many words: a closing mark, a limit on what is read. */
@Component
public final class InstructionDetector implements FailureDetector {

    private static final Claim END_MARK = new Claim(
            Category.INSTRUCTION_IGNORED,
            Severity.LOW,
            0.3,
            "A reply lacks the mark that the prompt asks it to end with");
    private static final Claim SUB_AGENT_END_MARK = new Claim(
            Category.INSTRUCTION_IGNORED,
            Severity.LOW,
            0.15,
            "A reply of a team member lacks the mark that it was to end with");
    private static final Claim LIMIT = new Claim(
            Category.INSTRUCTION_IGNORED,
            Severity.MEDIUM,
            0.4,
            "A turn asks for more at a time than the prompt allows");
    private static final Claim LONG_RESULT = new Claim(
            Category.INSTRUCTION_IGNORED, Severity.LOW, 0.15, "A turn brought more at a time than the prompt allows");

    private final FactSheets sheets;

    @Activate
    public InstructionDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "instruction";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        FactSheet sheet = sheets.of(trace);
        List<Finding> findings = new ArrayList<>();
        for (Turn turn : sheet.reading().turns()) {
            SpanFacts facts = sheet.of(turn.span());
            if (facts.has(Fact.FIRST_END_MARK_MISSING)) {
                Claim claim = facts.has(Fact.SUB_AGENT) ? SUB_AGENT_END_MARK : END_MARK;
                findings.add(claim.on(turn.span(), ending(turn.reply().text())));
            }
            if (facts.has(Fact.LIMIT_IGNORED)) {
                findings.add(LIMIT.on(turn.span(), turn.reply().text()));
            } else if (facts.has(Fact.LIMIT_EXCEEDED)) {
                findings.add(LONG_RESULT.on(turn.span(), turn.result()));
            }
        }
        return findings;
    }

    private static String ending(String text) {
        return text.length() > 200 ? text.substring(text.length() - 200) : text;
    }
}
