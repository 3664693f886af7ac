package tacit.evidence.ingest;

import java.util.ArrayList;
import java.util.List;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles.FileSink;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.TraceUpdate;

/** Keeps what is read in lists. */
final class ListFileSink implements FileSink {

    final List<String> began = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    final List<TraceUpdate> updates = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();

    @Override
    public void begin(TraceFile file, String format, long bytes) {
        began.add(file.batch() + ":" + format);
    }

    @Override
    public TraceSink sink(TraceFile file) {
        return new TraceSink() {
            @Override
            public void accept(TraceUpdate update, String position) {
                updates.add(update);
            }

            @Override
            public void refuse(String position, String reason) {
                refusals.add(new Refusal(file.name(), position, reason));
            }
        };
    }

    @Override
    public void end(TraceFile file) {
        ended.add(file.batch());
    }

    @Override
    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    List<String> reasons() {
        return refusals.stream().map(Refusal::reason).toList();
    }
}
