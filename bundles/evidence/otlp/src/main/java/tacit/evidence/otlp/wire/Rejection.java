package tacit.evidence.otlp.wire;

/** An item that was not taken, and why. */
public record Rejection(String position, String reason) {}
