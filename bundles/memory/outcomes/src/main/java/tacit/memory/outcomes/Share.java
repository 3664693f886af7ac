package tacit.memory.outcomes;

/**
 * The 95 % interval of a share by Wilson's score. Immutable.
 *
 * @param low its begin, in [0, 1]
 * @param high its end, in [0, 1]
 */
record Share(double low, double high) {

    private static final double Z = 1.959963984540054;

    /** Of so many that went well among all; everything is possible where there are none. */
    static Share of(long well, long all) {
        if (all == 0) {
            return new Share(0, 1);
        }
        double share = (double) well / all;
        double spread = Z * Z / all;
        double middle = (share + spread / 2) / (1 + spread);
        double half = Z * Math.sqrt(share * (1 - share) / all + spread / (4 * all)) / (1 + spread);
        return new Share(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
