package tacit.evidence.otlp.wire;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.util.List;
import java.util.Map;

/** Reads {@code ExportLogsServiceRequest} in protobuf. */
final class ProtobufLogs {

    private ProtobufLogs() {}

    static Decoded<WireLog> decode(byte[] body) {
        ExportLogsServiceRequest request = ProtobufBody.parse(body, ExportLogsServiceRequest.parser());
        Collected<WireLog> logs = new Collected<>();
        for (int i = 0; i < request.getResourceLogsCount(); i++) {
            ResourceLogs resource = request.getResourceLogs(i);
            for (int j = 0; j < resource.getScopeLogsCount(); j++) {
                scope(resource, resource.getScopeLogs(j), "resourceLogs[" + i + "].scopeLogs[" + j + "]", logs);
            }
        }
        return logs.decoded();
    }

    private static void scope(ResourceLogs resource, ScopeLogs scope, String position, Collected<WireLog> logs) {
        Emitter emitter = ProtobufBody.emitter(resource.getResource(), scope.getScope());
        List<LogRecord> list = scope.getLogRecordsList();
        for (int k = 0; k < list.size(); k++) {
            LogRecord log = list.get(k);
            logs.add(position + ".logRecords[" + k + "]", place -> log(log, emitter, place));
        }
    }

    private static WireLog log(LogRecord log, Emitter emitter, String position) {
        Map<String, Object> attributes = ProtobufValues.attributes(log.getAttributesList());
        Object body = ProtobufValues.value(log.getBody());
        return new WireLog(
                Identifiers.optional("traceId", log.getTraceId().toByteArray(), true),
                Identifiers.optional("spanId", log.getSpanId().toByteArray(), false),
                LogTimes.at(log.getTimeUnixNano(), log.getObservedTimeUnixNano(), attributes),
                LogTimes.eventName(log.getEventName(), attributes, body),
                body,
                attributes,
                emitter,
                position);
    }
}
