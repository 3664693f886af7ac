package tacit.evidence.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;

/** Reads the run files of InterCode: one map from the number of a task to its turns and its grade. */
@Component(property = Role.PROPERTY + "=trace-source/intercode")
public final class InterCodeSource implements TraceSource {

    @Override
    public String format() {
        return "intercode";
    }

    @Override
    public String description() {
        return "InterCode runs: a JSON map of tasks with query, turn_history and summary";
    }

    @Override
    public double recognises(Sample sample) {
        String head = sample.head();
        boolean map = head.stripLeading().startsWith("{");
        boolean turns = head.contains("\"turn_history\"") && head.contains("\"observations\"");
        return map && turns && head.contains("\"query\"") ? 0.95 : 0;
    }

    @Override
    public void read(TraceFile file, TraceSink sink) throws IOException {
        Set<String> seen = new HashSet<>();
        JsonElements.read(
                file,
                sink,
                (place, element) -> sink.accept(run(file, place, element, seen).update(), place));
    }

    private static InterCodeRun run(TraceFile file, String place, JsonNode element, Set<String> seen) {
        if (!element.isObject()) {
            throw new BadRunException("Must be an object, got " + Json.kind(element));
        }
        String task = place.startsWith("key ") ? place.substring(4) : place;
        if (task.isBlank()) {
            throw new BadRunException("Its key must not be blank");
        }
        InterCodeRun run = InterCodeRun.of(file.batch(), task, element);
        if (!seen.add(task)) {
            throw new BadRunException("Has the key of an earlier task");
        }
        return run;
    }
}
