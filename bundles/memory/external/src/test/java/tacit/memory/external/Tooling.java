package tacit.memory.external;

import tacit.api.memory.ExternalMemory;
import tacit.api.memory.PendingWrite;
import tacit.api.store.Database;
import tacit.runtime.testkit.MovingClock;

/** A host with memories outside, as tests of tools see it. */
public final class Tooling {

    private final Outside host;

    public Tooling(Database database, MovingClock clock, String mode, ExternalMemory memory) {
        host = new Outside(database, clock, mode, memory);
    }

    public Externals externals() {
        return host.externals;
    }

    public Sending sending() {
        return host.sending;
    }

    public PendingWrite approve(String id) {
        return host.gate.approve(Outside.SCOPE, id, "bob", null);
    }

    public OutsideTexts texts() {
        return host.texts;
    }

    /** The audit log as text. */
    public String told() {
        return host.told();
    }
}
