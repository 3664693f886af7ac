package tacit.adapt.metrics;

import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Estimate;

/** The 95 % interval of a share after Wilson, which keeps its promise for few and for extreme counts, too. */
final class Wilson {

    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /**
     * The share of hits among a sample.
     *
     * @param least how large a sample must be to say anything
     * @return null when nothing was counted
     */
    static @Nullable Estimate estimate(long hits, long sample, long least) {
        if (sample == 0) {
            return null;
        }
        double share = (double) hits / sample;
        double square = Z * Z / sample;
        double middle = (share + square / 2) / (1 + square);
        double half = Z * Math.sqrt(share * (1 - share) / sample + square / (4 * sample)) / (1 + square);
        return new Estimate(
                share,
                Math.min(share, Math.max(0, middle - half)),
                Math.max(share, Math.min(1, middle + half)),
                sample,
                sample >= least);
    }
}
