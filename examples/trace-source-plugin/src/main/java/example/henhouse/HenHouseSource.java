package example.henhouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** Reads hen house logs: below a headline one run a line, as {@code task;question;answer;good|bad}. */
@Component(property = Role.PROPERTY + "=trace-source/hen-house")
public final class HenHouseSource implements TraceSource {

    private static final String HEADLINE = "# hen house log";

    @Override
    public String format() {
        return "hen-house";
    }

    @Override
    public String description() {
        return "Hen house logs: a headline, then lines of task;question;answer;good|bad";
    }

    @Override
    public double recognises(Sample sample) {
        return sample.head().startsWith(HEADLINE) ? 1 : 0;
    }

    @Override
    public void read(TraceFile file, TraceSink sink) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    take(file.batch(), line.split(";", -1), "line " + number, sink);
                }
            }
        }
    }

    private static void take(String batch, String[] fields, String place, TraceSink sink) {
        if (fields.length != 4 || fields[0].isBlank()) {
            sink.refuse(place, "Must be a task, a question, an answer and a grade");
            return;
        }
        OutcomeLabel label = fields[3].equals("good") ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE;
        Trace trace = Trace.builder("hen-house/" + batch + "/" + fields[0])
                .agent("hen-house")
                .taskKey(fields[0])
                .attribute(Attribute.BATCH, batch)
                .outcome(Outcome.of(label, OutcomeSource.GRADER))
                .build();
        Span run = Span.builder("run", Operation.INVOKE_AGENT, "invoke_agent hen-house")
                .input(fields[1])
                .output(fields[2])
                .build();
        sink.accept(TraceUpdate.of(trace, List.of(run)), place);
    }
}
