package tacit.evidence.otlp.wire;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/** Writes answers in protobuf; one without rejections is empty. */
final class ProtobufAnswers {

    private ProtobufAnswers() {}

    static byte[] write(Signal signal, long rejected, String reason) {
        if (rejected == 0) {
            return new byte[0];
        }
        return switch (signal) {
            case TRACES ->
                ExportTraceServiceResponse.newBuilder()
                        .setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                                .setRejectedSpans(rejected)
                                .setErrorMessage(reason))
                        .build()
                        .toByteArray();
            case LOGS ->
                ExportLogsServiceResponse.newBuilder()
                        .setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                                .setRejectedLogRecords(rejected)
                                .setErrorMessage(reason))
                        .build()
                        .toByteArray();
            case METRICS -> new byte[0];
        };
    }
}
