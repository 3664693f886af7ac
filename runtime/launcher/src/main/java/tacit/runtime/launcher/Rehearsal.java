package tacit.runtime.launcher;

import java.util.OptionalInt;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.framework.Configurations;
import tacit.runtime.launcher.framework.Distribution;
import tacit.runtime.launcher.framework.Host;
import tacit.runtime.launcher.framework.Ports;

/** Starts and stops a host on an empty data directory, so that the JVM can keep its classes ready for the next start. */
final class Rehearsal implements Verb {

    private final Surroundings surroundings;
    private final Distribution distribution;

    Rehearsal(Surroundings surroundings, Distribution distribution) {
        this.surroundings = surroundings;
        this.distribution = distribution;
    }

    @Override
    public int run(Invocation invocation) throws Exception {
        DataDirectory data = DataDirectory.temporary();
        try (Host host = Host.start(
                distribution,
                data,
                Configurations.ofHost(data, distribution, new Ports.Asked(OptionalInt.of(0), OptionalInt.of(0))),
                Host.SERVICE_LEVEL)) {
            surroundings.out().println(host.activeBundles() + " bundles");
            return OK;
        } finally {
            data.delete();
        }
    }
}
