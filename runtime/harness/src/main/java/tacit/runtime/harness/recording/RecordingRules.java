package tacit.runtime.harness.recording;

/**
 * How much is recorded. Immutable.
 *
 * @param oneOf one of so many calls; 0 for none
 * @param maxRecorded the most characters that a decision may have
 * @param capacity how many finished calls may wait to be written
 */
public record RecordingRules(int oneOf, int maxRecorded, int capacity) {

    public RecordingRules {
        if (oneOf < 0) {
            throw new IllegalArgumentException("oneOf must be at least 0, got " + oneOf);
        }
        if (maxRecorded < 1) {
            throw new IllegalArgumentException("maxRecorded must be at least 1, got " + maxRecorded);
        }
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, got " + capacity);
        }
    }

    /** Nothing is recorded. */
    public static RecordingRules none() {
        return new RecordingRules(0, 1, 1);
    }
}
