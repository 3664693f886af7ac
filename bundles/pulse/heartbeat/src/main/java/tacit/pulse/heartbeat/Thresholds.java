package tacit.pulse.heartbeat;

/**
 * From where on signals are strong. Immutable.
 *
 * @param strong enough for work or a suggestion, in [0, 1]
 * @param observer enough for a profile that only looks, in [0, 1]
 */
record Thresholds(double strong, double observer) {

    static final Thresholds USUAL = new Thresholds(.72, .8);

    Thresholds {
        share("strong.signal", strong);
        share("observer.signal", observer);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
    }
}
