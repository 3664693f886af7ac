package tacit.runtime.launcher;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.framework.Configurations;
import tacit.runtime.launcher.framework.Distribution;
import tacit.runtime.launcher.framework.Host;

/** Runs a verb of a bundle in a framework of its own, without opening a port. */
final class LocalCommand {

    private final Surroundings surroundings;
    private final Distribution distribution;

    LocalCommand(Surroundings surroundings, Distribution distribution) {
        this.surroundings = surroundings;
        this.distribution = distribution;
    }

    /** Runs on an empty data directory that is deleted afterwards, so it needs no lock and leaves no trace. */
    int runApart(Invocation invocation) throws Exception {
        DataDirectory empty = DataDirectory.temporary();
        try {
            return run(new Invocation(invocation.verb(), empty, invocation.arguments()));
        } finally {
            empty.delete();
        }
    }

    /** Runs on the data directory, whose lock the caller holds. */
    int run(Invocation invocation) throws Exception {
        Configurations configurations = Configurations.ofCommand(invocation.data(), distribution);
        AtomicBoolean stopped = new AtomicBoolean();
        try (Host host = Host.start(distribution, invocation.data(), configurations, Host.COMMAND_LEVEL)) {
            Thread caller = Thread.currentThread();
            StopSignals.handle(() -> {
                stopped.set(true);
                caller.interrupt();
                host.stop();
            });
            int code = call(host, invocation);
            return stopped.get() ? Verb.INTERRUPTED : code;
        }
    }

    private int call(Host host, Invocation invocation) {
        Optional<ToIntFunction<Map<String, Object>>> commands = host.commands();
        host.problems().forEach(problem -> surroundings.err().println("Problem: " + problem));
        if (commands.isEmpty()) {
            throw new IllegalStateException("Cannot run '" + invocation.verb() + "': no bundle offers commands");
        }
        return commands.get().applyAsInt(surroundings.call(invocation.verb(), invocation.arguments()));
    }
}
