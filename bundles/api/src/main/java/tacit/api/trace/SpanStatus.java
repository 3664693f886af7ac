package tacit.api.trace;

/** The status of a span, as in OpenTelemetry. */
public enum SpanStatus {
    UNSET,
    OK,
    ERROR
}
