package tacit.runtime.launcher;

import java.util.Optional;
import tacit.runtime.launcher.data.Holder;
import tacit.runtime.launcher.data.HostAddress;

/** Asks the running host how it stands, or says that none runs. */
final class Status implements Verb {

    private final Surroundings surroundings;

    Status(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int run(Invocation invocation) throws Exception {
        Optional<HostAddress> host = HostAddress.read(invocation.data());
        if (host.isPresent()) {
            return new RemoteCommand(surroundings).run(invocation, host.get());
        }
        surroundings
                .out()
                .println(invocation.arguments().contains("--json") ? "{\"running\":false}" : words(invocation));
        return OK;
    }

    private static String words(Invocation invocation) {
        String held = Holder.read(invocation.data())
                .map(holder -> ": " + holder.description())
                .orElse(", start one with ./tacit up");
        return "No host runs on '" + invocation.data().root() + "'" + held;
    }
}
