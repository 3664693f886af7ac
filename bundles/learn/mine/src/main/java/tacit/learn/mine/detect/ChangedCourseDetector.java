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
import tacit.learn.mine.reading.CallError;
import tacit.learn.mine.reading.ErrorKind;
import tacit.learn.mine.reading.Turn;

/** Finds turns that leave their way because something was not found, where the way to it was wrong. */
@Component
public final class ChangedCourseDetector implements FailureDetector {

    private static final Claim LEFT_WAY = new Claim(
            Category.WRONG_DIAGNOSIS,
            Severity.MEDIUM,
            0.4,
            "Something was not found and the agent went on another way");

    // A record that is not there is an answer; a file or page that is not there means that the way to it was wrong.
    private static final Pattern RESOURCE =
            Pattern.compile("file|path|director|folder|module|package|page|url|host", Pattern.CASE_INSENSITIVE);

    private final FactSheets sheets;

    @Activate
    public ChangedCourseDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "changed_course";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        List<Finding> findings = new ArrayList<>();
        for (Turn turn : sheets.of(trace).reading().turns()) {
            Turn before = turn.previousAct();
            CallError error = before == null ? null : before.error();
            if (turn.thought()
                    && turn.acting()
                    && error != null
                    && error.kind() == ErrorKind.MISSING
                    && RESOURCE.matcher(error.message()).find()) {
                findings.add(LEFT_WAY.on(turn.span(), error.message()));
            }
        }
        return findings;
    }
}
