package tacit.learn.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tacit.api.experiment.Evaluator;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** The tasks that nothing can have been learned from: no run of theirs was recorded but those of experiments. Thread-safe. */
final class HeldOutTasks {

    private static final int LONGEST_KEY = 400;

    private final TraceStore traces;

    HeldOutTasks(TraceStore traces) {
        this.traces = traces;
    }

    /**
     * In the order of the file.
     *
     * @throws IllegalStateException when the file cannot be read, or holds what is no key
     */
    List<String> keys(AgentSetup setup) {
        Set<String> keys = new LinkedHashSet<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(setup.tasks(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the tasks in '" + setup.tasks() + "'", e);
        }
        for (int i = 0; i < lines.size(); i++) {
            String key = lines.get(i).strip();
            if (key.length() > LONGEST_KEY) {
                throw new IllegalStateException("Line " + (i + 1) + " of '" + setup.tasks() + "' has more than "
                        + LONGEST_KEY + " characters, and so is no key of a task");
            }
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
        Scope scope = Scope.ofWorkspace(setup.workspace());
        return keys.stream()
                .filter(key -> isNew(scope, key))
                .limit(setup.mostTasks())
                .toList();
    }

    private boolean isNew(Scope scope, String key) {
        TraceFilter filter = new TraceFilter(null, key, null, null, null, null, null);
        int offset = 0;
        Page<Trace> page;
        do {
            page = traces.list(scope, filter, new PageRequest(offset, PageRequest.MAX_LIMIT));
            if (!page.rows().stream().allMatch(HeldOutTasks::ofAnExperiment)) {
                return false;
            }
            offset += page.rows().size();
        } while (!page.rows().isEmpty() && page.hasMore());
        return true;
    }

    private static boolean ofAnExperiment(Trace trace) {
        return trace.text(Attribute.BATCH)
                .filter(batch -> batch.startsWith(Evaluator.BATCH))
                .isPresent();
    }
}
