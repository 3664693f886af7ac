package tacit.bench.guards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tacit.api.guard.CallHistories;
import tacit.api.guard.GradedHistory;
import tacit.api.ingest.TraceFiles;
import tacit.api.trace.RecordedTrace;
import tacit.bench.InputRuns;

/** The graded histories of a file. */
final class GradedFile {

    private GradedFile() {}

    static List<GradedHistory> of(TraceFiles files, CallHistories histories, Path path) {
        List<GradedHistory> graded = new ArrayList<>();
        InputRuns.read(files, List.of(path), update -> histories
                .graded(new RecordedTrace(update.trace(), update.spans()))
                .ifPresent(graded::add));
        if (graded.isEmpty()) {
            throw new IllegalArgumentException("'" + path + "' must hold graded runs of tasks");
        }
        return List.copyOf(graded);
    }
}
