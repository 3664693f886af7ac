package tacit.runtime.calls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.TraceUpdate;

/** Keeps what a source told its sink, up to a bound, and passes it on where there is somebody to hear it. Thread-safe. */
final class SinkRecorder implements TraceSink {

    /** The most calls that are kept. */
    static final int BOUND = 10_000;

    /** One call: an update that was accepted, or the reason of a refusal. */
    private record Told(
            @Nullable TraceUpdate accepted, @Nullable String refused, String position) {}

    private final @Nullable TraceSink sink;
    private final BooleanSupplier hopeless;
    private final List<Told> told = new ArrayList<>();
    private boolean complete = true;

    /**
     * Makes one.
     *
     * @param sink null when nobody hears it
     * @param hopeless whether the call cannot be asked again anyway, so that nothing needs to be kept
     */
    SinkRecorder(@Nullable TraceSink sink, BooleanSupplier hopeless) {
        this.sink = sink;
        this.hopeless = hopeless;
    }

    @Override
    public void accept(TraceUpdate update, String position) {
        keep(new Told(update, null, position));
        if (sink != null) {
            sink.accept(update, position);
        }
    }

    @Override
    public void refuse(String position, String reason) {
        keep(new Told(null, reason, position));
        if (sink != null) {
            sink.refuse(position, reason);
        }
    }

    private synchronized void keep(Told call) {
        if (hopeless.getAsBoolean()) {
            told.clear();
            complete = false;
        }
        if (complete && told.size() < BOUND) {
            told.add(call);
        } else {
            complete = false;
        }
    }

    /** Writes the calls in their order, and {@code "complete":false} when some are missing. */
    synchronized void write(Form updates, Sheet sheet) throws IOException {
        sheet.json().writeArrayFieldStart("told");
        for (Told call : told) {
            sheet.json().writeStartObject();
            if (call.accepted() != null) {
                sheet.json().writeFieldName("accept");
                updates.write(call.accepted(), sheet);
            } else {
                sheet.json().writeStringField("refuse", call.refused());
            }
            sheet.json().writeStringField("position", call.position());
            sheet.json().writeEndObject();
        }
        sheet.json().writeEndArray();
        if (!complete) {
            sheet.json().writeBooleanField("complete", false);
        }
    }
}
