package tacit.runtime.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.data.HostAddress;

/** Runs lines in whichever host has the data directory when each is run, so that a restart costs a line at most. */
final class HostLines {

    private final DataDirectory data;
    private long process;

    /** Begins with a host that runs. */
    HostLines(DataDirectory data, HostAddress host) {
        this.data = data;
        this.process = host.pid();
    }

    /** Answers the exit code; a host that is gone is told on the error stream. */
    int run(Surroundings surroundings, List<String> arguments) {
        Optional<HostAddress> host = HostAddress.read(data);
        if (host.isEmpty()) {
            surroundings
                    .err()
                    .println("tacit: no host runs on '" + data.root()
                            + "' now, start one with ./tacit up; the next line" + " looks again");
            return Verb.FAILED;
        }
        if (host.get().pid() != process) {
            process = host.get().pid();
            surroundings.err().println("(the host was restarted and is process " + process + " now)");
        }
        try {
            return new RemoteCommand(surroundings).run(new Invocation("shell", data, arguments), host.get());
        } catch (IOException gone) {
            String reason = gone.getMessage() == null ? gone.toString() : gone.getMessage();
            surroundings.err().println("tacit: the host went away (" + reason + "); the next line looks again");
            return Verb.FAILED;
        } catch (IllegalStateException refused) {
            surroundings.err().println("tacit: " + refused.getMessage());
            return Verb.FAILED;
        }
    }
}
