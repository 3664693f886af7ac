package tacit.api.learn;

/** How much a failure matters, from the least. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    /** One occurrence is enough to act on. */
    CRITICAL
}
