package tacit.evidence.otlp;

/** Checks the bound of a request. */
final class BodyBound {

    private static final long MIN = 1 << 10;
    private static final long MAX = 1 << 30;

    private BodyBound() {}

    static long checked(long bytes) {
        if (bytes < MIN || bytes > MAX) {
            throw new IllegalArgumentException("max.body.bytes must be in [" + MIN + ", " + MAX + "], got " + bytes);
        }
        return bytes;
    }
}
