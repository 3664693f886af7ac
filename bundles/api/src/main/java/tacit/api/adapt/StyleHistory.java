package tacit.api.adapt;

/**
 * What the style did, in numbers. Immutable.
 *
 * @param byPattern how often it followed what people write, in all
 * @param byFeedback how often it followed what people said of it, in all
 * @param recent how often it changed within the last 28 days
 */
public record StyleHistory(long byPattern, long byFeedback, long recent) {

    /** A style that never changed. */
    public static final StyleHistory NONE = new StyleHistory(0, 0, 0);

    public StyleHistory {
        if (byPattern < 0 || byFeedback < 0 || recent < 0) {
            throw new IllegalArgumentException("byPattern, byFeedback and recent must not be negative, got " + byPattern
                    + ", " + byFeedback + ", " + recent);
        }
    }
}
