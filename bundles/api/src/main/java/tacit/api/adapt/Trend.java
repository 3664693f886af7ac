package tacit.api.adapt;

/** Where a metric is going. */
public enum Trend {
    IMPROVING,
    STABLE,
    DECLINING
}
