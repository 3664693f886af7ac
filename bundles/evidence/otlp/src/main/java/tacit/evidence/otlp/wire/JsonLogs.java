package tacit.evidence.otlp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Reads {@code ExportLogsServiceRequest} in JSON. */
final class JsonLogs {

    private JsonLogs() {}

    static Decoded<WireLog> decode(JsonNode request) {
        Collected<WireLog> logs = new Collected<>();
        JsonBody.eachScope(request, "resourceLogs", "scopeLogs", (emitter, scope, position) -> {
            JsonNode list = JsonBody.list(scope, "logRecords", position);
            for (int k = 0; k < list.size(); k++) {
                JsonNode log = list.get(k);
                logs.add(position + ".logRecords[" + k + "]", place -> log(log, emitter, place));
            }
        });
        return logs.decoded();
    }

    private static WireLog log(JsonNode log, Emitter emitter, String position) {
        JsonFields.object("log record", log);
        Map<String, Object> attributes = JsonAnyValues.attributes(log);
        Object body = JsonAnyValues.value(JsonFields.field(log, "body"));
        return new WireLog(
                Identifiers.optional("traceId", JsonFields.text(log, "traceId"), true),
                Identifiers.optional("spanId", JsonFields.text(log, "spanId"), false),
                LogTimes.at(
                        JsonFields.number(log, "timeUnixNano"),
                        JsonFields.number(log, "observedTimeUnixNano"),
                        attributes),
                LogTimes.eventName(JsonFields.text(log, "eventName"), attributes, body),
                body,
                attributes,
                emitter,
                position);
    }
}
