package tacit.runtime.harness.activation;

import java.nio.file.Path;
import java.time.Duration;
import tacit.runtime.harness.slot.SlotLimits;

/**
 * What an operator can tell the harness. Immutable.
 *
 * @param data the data directory
 * @param home the folder of the image; bundles are in {@code harness} in it
 * @param limits how long a bundle may take
 * @param drain how long calls in flight are waited for
 * @param reach how many of the youngest generations keep their jars
 * @param look the time between two looks at the roles
 * @param decisionsOneOf one of so many calls of a role is recorded; 0 for none
 */
record Settings(Path data, Path home, SlotLimits limits, Duration drain, int reach, Duration look, int decisionsOneOf) {

    static Settings of(HarnessConfig config) {
        return new Settings(
                folder(config.data_directory(), "data.directory"),
                folder(config.home(), "home"),
                new SlotLimits(
                        Duration.ofSeconds(within(1, 600, config.start_timeout_seconds(), "start.timeout.seconds")),
                        Duration.ofMillis(within(0, 60_000, config.satisfy_timeout_millis(), "satisfy.timeout.millis")),
                        Duration.ofMillis(within(1, 600_000, config.probe_deadline_millis(), "probe.deadline.millis"))),
                Duration.ofMillis(within(0, 600_000, config.drain_timeout_millis(), "drain.timeout.millis")),
                within(1, 10_000, config.reach(), "reach"),
                Duration.ofSeconds(within(1, 3600, config.supervisor_seconds(), "supervisor.seconds")),
                within(0, 1_000_000, config.decision_sample(), "decision.sample"));
    }

    private static Path folder(String path, String key) {
        if (path == null || path.isBlank()) {
            throw new IllegalArgumentException(key + " must not be blank");
        }
        return Path.of(path);
    }

    private static int within(int least, int most, int value, String key) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }
}
