package tacit.runtime.launcher;

import java.util.Optional;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.data.DataLock;
import tacit.runtime.launcher.data.Holder;
import tacit.runtime.launcher.data.HostAddress;

/** Runs a verb of a bundle where the data is: in this process, or in the host that holds the data directory. */
final class OneShot implements Verb {

    private static final int WAITS = 100;
    private static final int WAIT_MILLIS = 100;

    private final Surroundings surroundings;
    private final LocalCommand local;

    OneShot(Surroundings surroundings, LocalCommand local) {
        this.surroundings = surroundings;
        this.local = local;
    }

    @Override
    public int run(Invocation invocation) throws Exception {
        Optional<DataLock> lock = DataLock.tryAcquire(invocation.data(), invocation.verb());
        if (lock.isEmpty()) {
            return new RemoteCommand(surroundings).run(invocation, hostOf(invocation.data()));
        }
        return lock.get().during(() -> local.run(invocation));
    }

    /** A host that is just starting gets the time to open its ports. */
    private static HostAddress hostOf(DataDirectory data) throws InterruptedException {
        for (int i = 0; i < WAITS; i++) {
            Optional<HostAddress> address = HostAddress.read(data);
            if (address.isPresent()) {
                return address.get();
            }
            if (Holder.read(data).filter(holder -> holder.verb().equals("up")).isEmpty()) {
                break;
            }
            Thread.sleep(WAIT_MILLIS);
        }
        throw new IllegalStateException(busy(data));
    }

    static String busy(DataDirectory data) {
        return "Cannot use data directory '" + data.root() + "': "
                + Holder.read(data).map(Holder::description).orElse("another process holds it");
    }
}
