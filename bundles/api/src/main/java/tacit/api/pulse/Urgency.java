package tacit.api.pulse;

/** How urgent a signal is, the least first, with the strength that it has at least. */
public enum Urgency {
    LOW(.2),
    MEDIUM(.4),
    HIGH(.7),
    CRITICAL(.9);

    private final double floor;

    Urgency(double floor) {
        this.floor = floor;
    }

    /** The least strength of such a signal, in [0, 1]. */
    public double floor() {
        return floor;
    }
}
