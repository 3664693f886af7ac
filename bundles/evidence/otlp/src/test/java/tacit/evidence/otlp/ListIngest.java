package tacit.evidence.otlp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.IngestReceipt.RejectedUpdate;
import tacit.api.ingest.TraceIngest;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.api.trace.AppendResult;
import tacit.api.trace.Span;
import tacit.api.trace.TraceUpdate;

/** Keeps what would be stored; refuses the agent named {@code refused}, and everything once it is broken. */
final class ListIngest implements TraceIngest {

    final List<TraceUpdate> updates = new ArrayList<>();
    Scope scope = Scope.ofDefaultWorkspace();
    boolean broken;

    @Override
    public synchronized IngestReceipt ingest(Scope caller, List<TraceUpdate> batch) {
        if (broken) {
            throw new StoreException("Cannot write", new IOException("disk is full"));
        }
        scope = caller;
        List<AppendResult> accepted = new ArrayList<>();
        List<RejectedUpdate> rejected = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            TraceUpdate update = batch.get(i);
            if ("refused".equals(update.trace().agent())) {
                rejected.add(new RejectedUpdate(i, update.spans().size(), "Agent is not welcome"));
            } else {
                updates.add(update);
                accepted.add(new AppendResult(
                        update.trace().id(), true, update.spans().size(), 0, 0));
            }
        }
        return new IngestReceipt(accepted, rejected, 0, 0);
    }

    synchronized Span span(String id) {
        return updates.stream()
                .flatMap(update -> update.spans().stream())
                .filter(span -> span.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    synchronized long spans() {
        return updates.stream().mapToLong(update -> update.spans().size()).sum();
    }
}
