package tacit.runtime.launcher;

import tacit.runtime.launcher.data.HostAddress;

/** Runs one line, or a conversation, in the Felix shell of the running host. */
final class ShellCall implements Verb {

    private final Surroundings surroundings;

    ShellCall(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int run(Invocation invocation) throws Exception {
        HostAddress host = HostAddress.read(invocation.data())
                .orElseThrow(() -> new IllegalStateException("Cannot open the shell: no host runs on '"
                        + invocation.data().root() + "', start one with ./tacit up"));
        if (!invocation.arguments().isEmpty()) {
            return new RemoteCommand(surroundings).run(invocation, host);
        }
        if (surroundings.interactive() && surroundings.terminal()) {
            return new Attached(surroundings).run(invocation, host);
        }
        return new Conversation(surroundings, System.in).run(invocation, host);
    }
}
