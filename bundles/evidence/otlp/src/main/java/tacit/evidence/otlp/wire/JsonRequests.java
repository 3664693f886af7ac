package tacit.evidence.otlp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads OTLP requests that are JSON trees already. */
public final class JsonRequests {

    /** The fields that a request for spans or logs begins with. */
    public static final List<String> ENVELOPES =
            List.of("resourceSpans", "resource_spans", "resourceLogs", "resource_logs");

    private JsonRequests() {}

    /** Whether a value holds spans or logs. */
    public static boolean isRequest(JsonNode node) {
        return ENVELOPES.stream().anyMatch(node::has);
    }

    /**
     * The spans of a request; none where it holds logs.
     *
     * @throws UndecodableException when the envelope is broken
     */
    public static Decoded<WireSpan> spans(JsonNode request) {
        return JsonTraces.decode(request);
    }

    /**
     * The log records of a request; none where it holds spans.
     *
     * @throws UndecodableException when the envelope is broken
     */
    public static Decoded<WireLog> logs(JsonNode request) {
        return JsonLogs.decode(request);
    }
}
