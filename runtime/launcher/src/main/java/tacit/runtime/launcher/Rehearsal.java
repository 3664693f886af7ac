package tacit.runtime.launcher;

import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.framework.Configurations;
import tacit.runtime.launcher.framework.Distribution;
import tacit.runtime.launcher.framework.Host;

/** Starts and stops a host on an empty data directory, so that the JVM can keep its classes ready for the next start. */
final class Rehearsal implements Verb {

    private final Distribution distribution;

    Rehearsal(Distribution distribution) {
        this.distribution = distribution;
    }

    @Override
    public int run(Invocation invocation) throws Exception {
        DataDirectory data = DataDirectory.temporary();
        try (Host host = Host.start(distribution, data, Configurations.of(data, 0, 0), Host.SERVICE_LEVEL)) {
            return host.problems().isEmpty() ? OK : FAILED;
        } finally {
            data.delete();
        }
    }
}
