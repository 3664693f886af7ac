package tacit.runtime.harness.routing;

/**
 * How much the router looks at. Immutable.
 *
 * @param decisionsOneOf one of so many calls of a role is recorded; 0 for none
 * @param timingsOneOf one of so many calls of a role is timed, rounded up to a power of two; 0 for none
 * @param maxRecorded the most characters that a recorded decision may have; a larger one is dropped and counted
 * @param recordingQueue how many recorded calls may wait to be written; more are dropped and counted
 * @param scheduledThreads how much scheduled work may run at once
 */
public record RouterSettings(
        int decisionsOneOf, int timingsOneOf, int maxRecorded, int recordingQueue, int scheduledThreads) {

    public RouterSettings {
        atLeast(0, decisionsOneOf, "decisionsOneOf");
        atLeast(0, timingsOneOf, "timingsOneOf");
        atLeast(1, maxRecorded, "maxRecorded");
        atLeast(1, recordingQueue, "recordingQueue");
        atLeast(1, scheduledThreads, "scheduledThreads");
    }

    /** What suits a host under load: one call of 100 is recorded, one of 64 is timed. */
    public static RouterSettings standard() {
        return new RouterSettings(100, 64, 1_000_000, 256, 8);
    }

    private static void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
        }
    }
}
