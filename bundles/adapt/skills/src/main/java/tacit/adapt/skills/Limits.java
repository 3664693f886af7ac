package tacit.adapt.skills;

/** How much one answer may hold. */
final class Limits {

    private static final int MOST = 1000;

    private Limits() {}

    static int rows(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be in [1, " + MOST + "], got " + limit);
        }
        return limit;
    }
}
