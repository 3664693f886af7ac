package tacit.learn.mine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.trace.Attribute;
import tacit.api.trace.RecordedTrace;
import tacit.learn.mine.facts.FactSheets;
import tacit.learn.mine.reading.Turn;

/** Finds replies that decline what was asked. */
@Component
public final class RefusalDetector implements FailureDetector {

    private static final Claim DECLINED =
            new Claim(Category.REFUSAL, Severity.MEDIUM, 0.6, "The model declined to do what it was asked");
    private static final Pattern WORDS = Pattern.compile(
            "^\\W*(?:i.?a?m (?:very |so )?sorry,? but i (?:can.?t|cannot|am unable)|i (?:can.?t|cannot|won.?t) (?:help|assist"
                    + "|comply|do that|fulfil|provide that)|i.?a?m (?:unable|not able) to (?:help|assist|comply|fulfil)"
                    + "|as an ai\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> REASONS = Set.of("content_filter", "refusal", "safety");

    private final FactSheets sheets;

    @Activate
    public RefusalDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "refusal";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        List<Finding> findings = new ArrayList<>();
        for (Turn turn : sheets.of(trace).reading().turns()) {
            boolean stopped = REASONS.stream()
                    .anyMatch(turn.span().text(Attribute.FINISH_REASONS).orElse("")::contains);
            if (stopped || WORDS.matcher(turn.reply().text()).find()) {
                findings.add(DECLINED.on(turn.span(), turn.reply().text()));
            }
        }
        return findings;
    }
}
