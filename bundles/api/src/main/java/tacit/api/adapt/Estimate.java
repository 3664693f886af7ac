package tacit.api.adapt;

/**
 * A share as it was seen, and between which bounds it may truly lie. Immutable.
 *
 * @param share in [0, 1]
 * @param low the lower end of the 95 % interval
 * @param high its upper end
 * @param sample how many were counted, at least 1
 * @param sufficient whether the sample is large enough to say anything by
 */
public record Estimate(double share, double low, double high, long sample, boolean sufficient) {

    public Estimate {
        if (!(0 <= low && low <= share && share <= high && high <= 1)) {
            throw new IllegalArgumentException(
                    "low, share and high must be in order in [0, 1], got " + low + ", " + share + ", " + high);
        }
        if (sample < 1) {
            throw new IllegalArgumentException("sample must be at least 1, got " + sample);
        }
    }
}
