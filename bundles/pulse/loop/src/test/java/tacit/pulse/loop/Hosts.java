package tacit.pulse.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Stance;
import tacit.api.store.Database;

/** A host with a dispatch and a schedule, for tests of other packages. */
public final class Hosts {

    private final World world = new World();
    private final Host host;

    /** One with a profile {@code p1} in the workspace {@code w1} that dispatched something. */
    public Hosts(Database database) {
        host = new Host(world, database, new Fuse(), 4);
        world.profile("p1", Stance.DISPATCHER);
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "The build is broken");
        host.run(Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    public PulseDesk desk() {
        return host.desk;
    }

    public CoreTraces traces() {
        return host.traces;
    }

    public AutomationProfiles profiles() {
        return Stub.of(AutomationProfiles.class, world.new Profiling());
    }

    /** One generation is in force. */
    public Generations generations(long number) {
        Generation generation =
                new Generation(number, null, Instant.EPOCH, "ann", "why", new TreeMap<>(), new TreeMap<>(), null);
        return Stub.of(Generations.class, new InForce(generation));
    }

    private record InForce(Generation generation) {

        @SuppressWarnings("unused")
        Optional<Generation> active() {
            return Optional.of(generation);
        }
    }

    /** Lays lines over profiles, as another generation does. */
    public void lay(String tuning) {
        world.policy = Host.policy(tuning);
        host.tuned.activated();
    }

    public String dispatch() {
        return host.onlyDispatch().id();
    }

    /** Hands a task over, and answers the id of its schedule. */
    public String schedule() {
        host.end(dispatch(), true);
        ProactiveTask task = new ProactiveTask(
                "report", "Report", "", "general", "Write it", 60, ProactiveTask.Mode.CRON_HANDOFF, 0, 5, true);
        host.desk.proactive("p1", task, "anna");
        host.minutes(60);
        return host.desk.schedules("p1").get(0).id();
    }
}
