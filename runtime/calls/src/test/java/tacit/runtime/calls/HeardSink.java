package tacit.runtime.calls;

import java.util.ArrayList;
import java.util.List;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.TraceUpdate;

/** Remembers what it is told. */
final class HeardSink implements TraceSink {

    private final List<String> heard = new ArrayList<>();

    List<String> heard() {
        return heard;
    }

    @Override
    public void accept(TraceUpdate update, String position) {
        heard.add(update + " at " + position);
    }

    @Override
    public void refuse(String position, String reason) {
        heard.add("refused " + position + ": " + reason);
    }
}
