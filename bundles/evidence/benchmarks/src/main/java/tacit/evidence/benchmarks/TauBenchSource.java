package tacit.evidence.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;

/** Reads the result files of tau-bench: one array of runs with their messages and rewards. */
@Component(property = Role.PROPERTY + "=trace-source/tau-bench")
public final class TauBenchSource implements TraceSource {

    @Override
    public String format() {
        return "tau-bench";
    }

    @Override
    public String description() {
        return "tau-bench runs: a JSON array of runs with task_id, trial, reward and traj";
    }

    @Override
    public double recognises(Sample sample) {
        String head = sample.head();
        if (!head.stripLeading().startsWith("[") || !head.contains("\"task_id\"")) {
            return 0;
        }
        if (head.contains("\"traj\"")) {
            return 0.95;
        }
        return head.contains("\"reward\"") && head.contains("\"info\"") ? 0.5 : 0;
    }

    @Override
    public void read(TraceFile file, TraceSink sink) throws IOException {
        Map<String, Integer> runsByTask = new HashMap<>();
        Set<String> seen = new HashSet<>();
        JsonElements.read(file, sink, (place, element) -> {
            TauRun run = run(file, element, runsByTask);
            if (!seen.add(run.id())) {
                throw new BadRunException("Repeats the task and trial of an earlier run");
            }
            sink.accept(run.update(), place);
        });
    }

    private static TauRun run(TraceFile file, JsonNode element, Map<String, Integer> runsByTask) {
        if (!element.isObject()) {
            throw new BadRunException("Must be an object, got " + Json.kind(element));
        }
        String task = Json.id(element, "task_id");
        int earlier = runsByTask.merge(task, 1, Integer::sum) - 1;
        return TauRun.of(file.batch(), task, earlier, element);
    }
}
