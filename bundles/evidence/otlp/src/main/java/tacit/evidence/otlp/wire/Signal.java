package tacit.evidence.otlp.wire;

/** What OTLP carries, and how the answer to each counts what was not taken. */
public enum Signal {
    TRACES("rejectedSpans"),
    LOGS("rejectedLogRecords"),
    METRICS("rejectedDataPoints");

    private final String rejectedField;

    Signal(String rejectedField) {
        this.rejectedField = rejectedField;
    }

    /** The name of the count in JSON. */
    String rejectedField() {
        return rejectedField;
    }
}
