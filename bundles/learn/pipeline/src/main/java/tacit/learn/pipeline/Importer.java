package tacit.learn.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.IngestReceipt.RejectedUpdate;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles.FileSink;
import tacit.api.ingest.TraceIngest;
import tacit.api.ingest.TraceSink;
import tacit.api.store.Scope;
import tacit.api.trace.AppendResult;
import tacit.api.trace.Span;
import tacit.api.trace.TraceUpdate;

/** Stores what is read from files, in batches that are bounded in traces and in text. Confined to the reading thread. */
final class Importer implements FileSink {

    private static final int BATCH_TRACES = 100;
    private static final long BATCH_CHARACTERS = 4_000_000;

    private final Scope scope;
    private final TraceIngest ingest;
    private final ProgressLine progress;
    private final ImportCounts counts = new ImportCounts();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<TraceUpdate> batch = new ArrayList<>();
    private final List<Refusal> places = new ArrayList<>();
    private long characters;

    Importer(Scope scope, TraceIngest ingest, ProgressLine progress) {
        this.scope = scope;
        this.ingest = ingest;
        this.progress = progress;
    }

    ImportCounts counts() {
        return counts;
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void begin(TraceFile file, String format, long bytes) {
        progress.show("Reading " + file.batch() + " (" + format + ")");
    }

    @Override
    public TraceSink sink(TraceFile file) {
        return new TraceSink() {
            @Override
            public void accept(TraceUpdate update, String position) {
                add(update, file.name(), position);
            }

            @Override
            public void refuse(String position, String reason) {
                counts.refusedTrace();
                refusals.add(new Refusal(file.name(), position, reason));
            }
        };
    }

    private void add(TraceUpdate update, String file, String position) {
        batch.add(update);
        places.add(new Refusal(file, position, ""));
        characters += update.spans().stream().mapToLong(Importer::size).sum();
        if (batch.size() >= BATCH_TRACES || characters >= BATCH_CHARACTERS) {
            store();
            progress.show("Reading: " + counts.read() + " traces");
        }
    }

    private static long size(Span span) {
        return length(span.input()) + length(span.output());
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** Stores what is still waiting. */
    void store() {
        if (batch.isEmpty()) {
            return;
        }
        IngestReceipt receipt = ingest.ingest(scope, batch);
        Set<Integer> rejected = new HashSet<>();
        for (RejectedUpdate reject : receipt.rejected()) {
            rejected.add(reject.index());
            Refusal place = places.get(reject.index());
            counts.refusedTrace();
            refusals.add(new Refusal(place.file(), place.position(), reject.reason()));
        }
        count(receipt.accepted(), rejected);
        batch.clear();
        places.clear();
        characters = 0;
    }

    private void count(List<AppendResult> accepted, Set<Integer> rejected) {
        int next = 0;
        for (int index = 0; index < batch.size(); index++) {
            if (!rejected.contains(index)) {
                counts.stored(batch.get(index), accepted.get(next++));
            }
        }
    }

    @Override
    public void end(TraceFile file) {
        store();
    }

    @Override
    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }
}
