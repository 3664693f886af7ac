package tacit.runtime.testkit.swap;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import tacit.api.adapt.SkillActor;
import tacit.api.store.Scope;

/** Where the state lies that must stay as it is, and where callers write. */
final class Kept {

    static final String WORKSPACE = "swaps-kept";
    static final Scope ALL = Scope.ofWorkspace(WORKSPACE);
    static final Scope ADA = new Scope(WORKSPACE, "ada");
    static final String GOOD = "swaps-good";
    static final String FAILED = "swaps-failed";
    static final SkillActor OPERATOR = SkillActor.operator("bench");

    /** When the process began: what is made must lie within the weeks and days that are looked back on. */
    static final Instant NOW =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    private static final String LOAD = "swaps-load";

    private Kept() {}

    /** The user that one thread of callers writes for. */
    static Scope load(int thread) {
        return new Scope(LOAD, "caller-" + thread);
    }
}
