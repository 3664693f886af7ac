package tacit.evidence.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.IngestReceipt.RejectedUpdate;
import tacit.api.ingest.TraceIngest;
import tacit.api.store.StoreException;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.otlp.wire.Encoding;
import tacit.evidence.otlp.wire.Rejection;
import tacit.evidence.otlp.wire.Signal;
import tacit.evidence.otlp.wire.UndecodableException;

/** One OTLP export: what could not be taken is counted, and the answer is in the encoding of the request. */
final class ExportCall {

    /** How many reasons an answer gives in words. */
    private static final int REASONS = 5;

    private final Call call;
    private final Signal signal;
    private final Encoding encoding;
    private final List<Rejection> rejected = new ArrayList<>();
    private long lost;

    ExportCall(Call call, Signal signal) {
        this.call = call;
        this.signal = signal;
        String mediaType = call.contentType().orElse("");
        encoding = Encoding.of(mediaType)
                .orElseThrow(() -> new HttpProblem(
                        415,
                        "Content-Type must be application/x-protobuf or application/json, got "
                                + (mediaType.isEmpty() ? "none" : "another one")));
    }

    /** Reads the body; one that cannot be read refuses the whole request. */
    <T> T decode(BiFunction<Encoding, byte[], T> decoder) {
        try {
            return decoder.apply(encoding, call.body());
        } catch (UndecodableException e) {
            throw new HttpProblem(400, "Cannot read the request at " + e.position() + ": " + e.getMessage());
        }
    }

    void reject(List<Rejection> items) {
        rejected.addAll(items);
        lost += items.size();
    }

    /** Stores the updates and answers after they are durable. */
    Reply store(TraceIngest ingest, List<TraceUpdate> updates) {
        if (!updates.isEmpty()) {
            try {
                note(ingest.ingest(call.principal().scope(), updates));
            } catch (StoreException e) {
                return busy();
            }
        }
        return answer();
    }

    private void note(IngestReceipt receipt) {
        for (RejectedUpdate update : receipt.rejected()) {
            rejected.add(new Rejection("trace " + (update.index() + 1), update.reason()));
            lost += Math.max(1, update.spans());
        }
    }

    Reply answer() {
        return Reply.bytes(200, encoding.mediaType(), encoding.answer(signal, lost, reasons()));
    }

    private String reasons() {
        StringBuilder reasons = new StringBuilder();
        rejected.stream().limit(REASONS).forEach(bad -> reasons.append(reasons.isEmpty() ? "" : "; ")
                .append(bad.position())
                .append(": ")
                .append(bad.reason()));
        return rejected.size() <= REASONS
                ? reasons.toString()
                : reasons.append("; and ")
                        .append(rejected.size() - REASONS)
                        .append(" more")
                        .toString();
    }

    /** The exporter keeps the batch and sends it again. */
    private static Reply busy() {
        Reply problem = Reply.json(
                503,
                "{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"The store cannot be written now\"}");
        return new Reply(503, "application/problem+json", Map.of("Retry-After", "2"), problem.body());
    }
}
