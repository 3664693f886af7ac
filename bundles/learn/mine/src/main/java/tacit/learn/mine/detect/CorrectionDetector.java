package tacit.learn.mine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.trace.RecordedTrace;
import tacit.learn.mine.facts.FactSheets;
import tacit.learn.mine.reading.Message;
import tacit.learn.mine.reading.Turn;

/** Finds users who say that the agent was wrong. */
@Component
public final class CorrectionDetector implements FailureDetector {

    private static final Claim CORRECTED =
            new Claim(Category.CORRECTION, Severity.MEDIUM, 0.6, "The user corrected the agent");
    private static final Pattern WORDS = Pattern.compile(
            "^\\W*(?:no[,.!]|nope\\b|wrong\\b|incorrect\\b|that(?:.s| is) (?:not|wrong|incorrect)\\b|not what i\\b"
                    + "|i (?:said|meant|asked (?:for|you))\\b|you (?:forgot|missed|misunderstood|ignored)\\b"
                    + "|stop\\b.{0,20}\\b(?:doing|using)\\b|actually,? i\\b|don.t (?:do|use)\\b)",
            Pattern.CASE_INSENSITIVE);

    private final FactSheets sheets;

    @Activate
    public CorrectionDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "correction";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        List<Finding> findings = new ArrayList<>();
        for (Turn turn : sheets.of(trace).reading().turns()) {
            List<Message> prompt = turn.prompt();
            Message last = prompt.isEmpty() ? null : prompt.get(prompt.size() - 1);
            boolean answered =
                    prompt.stream().anyMatch(message -> message.role().equals("assistant"));
            if (last != null
                    && answered
                    && last.fromUser()
                    && WORDS.matcher(last.text()).find()) {
                findings.add(CORRECTED.on(turn.span(), last.text()));
            }
        }
        return findings;
    }
}
